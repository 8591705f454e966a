package io.github.lightcone.formats.hdf5;

import io.jhdf.Constants;
import io.jhdf.FractalHeap;
import io.jhdf.GroupSymbolTableNode;
import io.jhdf.LocalHeap;
import io.jhdf.ObjectHeader;
import io.jhdf.SymbolTableEntry;
import io.jhdf.Utils;
import io.jhdf.btree.BTreeV1;
import io.jhdf.btree.BTreeV2;
import io.jhdf.btree.record.LinkNameForIndexedGroupRecord;
import io.jhdf.object.message.LinkInfoMessage;
import io.jhdf.object.message.LinkMessage;
import io.jhdf.object.message.LinkMessage.LinkType;
import io.jhdf.object.message.SymbolTableMessage;
import io.jhdf.storage.HdfBackingStorage;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The links in a group. The library would follow them all; here only those that lead to a place in the file count. */
final class GroupLinks {

    /** The address of what a link to another file or to a path leads to. */
    static final long ELSEWHERE = -1;

    private static final int SOFT_LINK = 2;

    private final HdfBackingStorage storage;
    private final Map<String, Long> links = new LinkedHashMap<>();

    private GroupLinks(HdfBackingStorage storage) {
        this.storage = storage;
    }

    /** Returns the address that each link leads to, in the order of the file. */
    static Map<String, Long> of(ObjectHeader header, HdfBackingStorage storage) {
        GroupLinks group = new GroupLinks(storage);
        if (header.hasMessageOfType(SymbolTableMessage.class)) {
            group.addTable(header.getMessageOfType(SymbolTableMessage.class));
        } else {
            for (LinkMessage link : group.messages(header)) {
                boolean isHard = link.getLinkType() == LinkType.HARD;
                group.add(link.getLinkName(), isHard ? link.getHardLinkAddress() : ELSEWHERE);
            }
        }
        return group.links;
    }

    private void add(String name, long address) {
        if (links.put(name, address) != null) {
            throw new IllegalStateException("a group with two entries '" + name + "'");
        }
    }

    private void addTable(SymbolTableMessage table) {
        ByteBuffer names = new LocalHeap(storage, table.getLocalHeapAddress()).getDataBuffer();
        for (long child :
                BTreeV1.createGroupBTree(storage, table.getBTreeAddress()).getChildAddresses()) {
            for (SymbolTableEntry entry : new GroupSymbolTableNode(storage, child).getSymbolTableEntries()) {
                names.position(entry.getLinkNameOffset());
                boolean isHard = entry.getCacheType() != SOFT_LINK;
                add(Utils.readUntilNull(names), isHard ? entry.getObjectHeaderAddress() : ELSEWHERE);
            }
        }
    }

    private List<LinkMessage> messages(ObjectHeader header) {
        LinkInfoMessage info = header.getMessageOfType(LinkInfoMessage.class);
        if (info.getBTreeNameIndexAddress() == Constants.UNDEFINED_ADDRESS) {
            return header.getMessagesOfType(LinkMessage.class);
        }
        FractalHeap heap = new FractalHeap(storage, info.getFractalHeapAddress());
        List<LinkMessage> messages = new ArrayList<>();
        BTreeV2<LinkNameForIndexedGroupRecord> tree = new BTreeV2<>(storage, info.getBTreeNameIndexAddress());
        for (LinkNameForIndexedGroupRecord record : tree.getRecords()) {
            messages.add(LinkMessage.fromBuffer(heap.getId(record.getId()), storage.getSuperblock()));
        }
        return messages;
    }
}
