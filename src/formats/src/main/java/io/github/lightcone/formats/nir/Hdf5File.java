package io.github.lightcone.formats.nir;

import io.github.lightcone.formats.FormatException;
import io.jhdf.Constants;
import io.jhdf.FractalHeap;
import io.jhdf.GlobalHeap;
import io.jhdf.GroupSymbolTableNode;
import io.jhdf.LocalHeap;
import io.jhdf.ObjectHeader;
import io.jhdf.Superblock;
import io.jhdf.Superblock.SuperblockV0V1;
import io.jhdf.Superblock.SuperblockV2V3;
import io.jhdf.SymbolTableEntry;
import io.jhdf.Utils;
import io.jhdf.btree.BTreeV1;
import io.jhdf.btree.BTreeV2;
import io.jhdf.btree.record.LinkNameForIndexedGroupRecord;
import io.jhdf.object.message.DataSpaceMessage;
import io.jhdf.object.message.LinkInfoMessage;
import io.jhdf.object.message.LinkMessage;
import io.jhdf.object.message.LinkMessage.LinkType;
import io.jhdf.object.message.SymbolTableMessage;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.channels.FileChannel.MapMode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Groups and arrays of an HDF5 file that nobody vouches for. The library reads headers, trees and arrays; what links
 * lead where is followed here, because only hard links within the file may be, and through a {@link MeteredStorage}.
 */
final class Hdf5File {

    private static final int SHORTEST = 48;
    private static final int SOFT_LINK = 2;

    private final Path file;
    private final MeteredStorage storage;
    private final long root;
    private final Map<Long, GlobalHeap> heaps = new HashMap<>();

    private Hdf5File(Path file, MeteredStorage storage, long root) {
        this.file = file;
        this.storage = storage;
        this.root = root;
    }

    /** Opens a file below 2 GB. */
    static Hdf5File open(Path file) throws IOException {
        if (!Files.exists(file)) {
            throw FormatException.inFile(file, "does not exist");
        }
        if (Files.isDirectory(file)) {
            throw FormatException.inFile(file, "is a folder, must be a file");
        }
        long size = Files.size(file);
        if (size < SHORTEST || size > Integer.MAX_VALUE) {
            throw FormatException.inFile(
                    file, "has " + size + " bytes, must have " + SHORTEST + " to " + Integer.MAX_VALUE);
        }
        try (FileChannel channel = FileChannel.open(file)) {
            ByteBuffer bytes = channel.map(MapMode.READ_ONLY, 0, size).order(ByteOrder.LITTLE_ENDIAN);
            return explained(file, "its beginning", () -> of(file, bytes));
        }
    }

    private static Hdf5File of(Path file, ByteBuffer bytes) {
        Superblock superblock = Superblock.readSuperblock(bytes.duplicate().order(ByteOrder.LITTLE_ENDIAN));
        requireSize("offsets", superblock.getSizeOfOffsets());
        requireSize("lengths", superblock.getSizeOfLengths());
        if (superblock.getBaseAddressByte() != 0) {
            throw new IllegalStateException("begins at byte " + superblock.getBaseAddressByte() + ", must at 0");
        }
        MeteredStorage storage = new MeteredStorage(bytes, superblock);
        if (superblock instanceof SuperblockV0V1 old) {
            long address = old.getRootGroupSymbolTableAddress();
            return new Hdf5File(file, storage, new SymbolTableEntry(storage, address).getObjectHeaderAddress());
        }
        return new Hdf5File(file, storage, ((SuperblockV2V3) superblock).getRootGroupObjectHeaderAddress());
    }

    private static void requireSize(String what, int bytes) {
        if (bytes != 4 && bytes != 8) {
            throw new IllegalStateException(what + " of " + bytes + " bytes, must be 4 or 8");
        }
    }

    /** Returns the group that holds all. */
    Item root() {
        return new Item("", root);
    }

    /** Returns an error about the file. */
    FormatException error(String problem) {
        return FormatException.inFile(file, NirMessages.line(problem, 400));
    }

    /** A group or an array of the file. */
    final class Item {

        private final String path;
        private final long address;

        private Item(String path, long address) {
            this.path = path;
            this.address = address;
        }

        /** Returns where it stands, such as {@code node/nodes/lif}. */
        String path() {
            return path;
        }

        boolean isArray() throws FormatException {
            return explained(file, path, () -> header().hasMessageOfType(DataSpaceMessage.class));
        }

        /** Returns an array that this is. */
        Hdf5Array array() throws FormatException {
            return explained(file, path, () -> new Hdf5Array(Hdf5File.this, path, header(), storage));
        }

        /** Returns what is in a group, by name, in the order of the names. */
        Map<String, Item> items() throws FormatException {
            Map<String, Long> links = explained(file, path, () -> links(header()));
            Map<String, Item> items = new TreeMap<>();
            for (Map.Entry<String, Long> link : links.entrySet()) {
                String way = path.isEmpty() ? link.getKey() : path + "/" + link.getKey();
                if (link.getValue() == null) {
                    throw error("'" + way + "' is a link to elsewhere, must be a group or an array");
                }
                items.put(link.getKey(), new Item(way, link.getValue()));
            }
            return items;
        }

        private ObjectHeader header() {
            return ObjectHeader.readObjectHeader(storage, address);
        }
    }

    /** Returns where each link leads; null if it is no hard link. */
    private Map<String, Long> links(ObjectHeader header) {
        Map<String, Long> links = new TreeMap<>();
        if (header.hasMessageOfType(SymbolTableMessage.class)) {
            SymbolTableMessage table = header.getMessageOfType(SymbolTableMessage.class);
            ByteBuffer names = new LocalHeap(storage, table.getLocalHeapAddress()).getDataBuffer();
            for (long child :
                    BTreeV1.createGroupBTree(storage, table.getBTreeAddress()).getChildAddresses()) {
                for (SymbolTableEntry entry : new GroupSymbolTableNode(storage, child).getSymbolTableEntries()) {
                    names.position(entry.getLinkNameOffset());
                    boolean isHard = entry.getCacheType() != SOFT_LINK;
                    links.put(Utils.readUntilNull(names), isHard ? entry.getObjectHeaderAddress() : null);
                }
            }
            return links;
        }
        for (LinkMessage link : linkMessages(header)) {
            links.put(link.getLinkName(), link.getLinkType() == LinkType.HARD ? link.getHardLinkAddress() : null);
        }
        return links;
    }

    private List<LinkMessage> linkMessages(ObjectHeader header) {
        LinkInfoMessage info = header.getMessageOfType(LinkInfoMessage.class);
        if (info.getBTreeNameIndexAddress() == Constants.UNDEFINED_ADDRESS) {
            return header.getMessagesOfType(LinkMessage.class);
        }
        FractalHeap heap = new FractalHeap(storage, info.getFractalHeapAddress());
        List<LinkMessage> links = new ArrayList<>();
        BTreeV2<LinkNameForIndexedGroupRecord> tree = new BTreeV2<>(storage, info.getBTreeNameIndexAddress());
        for (LinkNameForIndexedGroupRecord record : tree.getRecords()) {
            links.add(LinkMessage.fromBuffer(heap.getId(record.getId()), storage.getSuperblock()));
        }
        return links;
    }

    /** Returns the heap that texts of any length are in. */
    GlobalHeap heap(long address) {
        return heaps.computeIfAbsent(address, a -> new GlobalHeap(storage, a));
    }

    long size() {
        return storage.size();
    }

    /** Something that the HDF5 library does. */
    interface Work<T> {
        T run();
    }

    /** Does it on behalf of a part of this file. */
    <T> T explained(String path, Work<T> work) throws FormatException {
        return explained(file, path, work);
    }

    /** Does it; the library answers damage with unchecked exceptions of many kinds. */
    private static <T> T explained(Path file, String what, Work<T> work) throws FormatException {
        try {
            return work.run();
        } catch (RuntimeException | StackOverflowError | LinkageError problem) {
            String place = NirMessages.line(what.isEmpty() ? "its first group" : what, 100);
            throw FormatException.inFile(
                    file,
                    "is truncated, damaged or no HDF5 file: cannot read " + place + " (" + reason(problem) + ")",
                    problem);
        }
    }

    /** The innermost cause says what happened. */
    private static String reason(Throwable problem) {
        Throwable innermost = problem;
        for (int depth = 0; innermost.getCause() != null && depth < 20; depth++) {
            innermost = innermost.getCause();
        }
        String message = innermost.getMessage();
        return message == null ? innermost.getClass().getSimpleName() : NirMessages.line(message, 200);
    }
}
