package io.github.lightcone.formats.hdf5;

import io.github.lightcone.formats.FormatException;
import io.jhdf.ObjectHeader;
import io.jhdf.object.message.DataSpaceMessage;
import java.util.LinkedHashMap;
import java.util.Map;

/** A group or an array of a file. */
public final class Hdf5Item {

    private final Hdf5Source source;
    private final String path;
    private final long address;
    private ObjectHeader header;
    private boolean isArray;
    private Map<String, Hdf5Item> items;
    private Hdf5Array array;

    Hdf5Item(Hdf5Source source, String path, long address) {
        this.source = source;
        this.path = path;
        this.address = address;
    }

    /** Returns where it stands, such as {@code nodes/cells/node_id}; empty for the root. */
    public String path() {
        return path;
    }

    /**
     * Returns whether it is an array, and no group.
     *
     * @throws FormatException if it is a link to another file or to a path
     */
    public boolean isArray() throws FormatException {
        header();
        return isArray;
    }

    /**
     * Returns what is in a group, by name, in the order of the file.
     *
     * @throws FormatException if it is no group
     */
    public Map<String, Hdf5Item> items() throws FormatException {
        if (items == null) {
            if (isArray()) {
                throw source.error(path, "is an array, must be a group");
            }
            ObjectHeader found = header();
            Map<String, Hdf5Item> children = new LinkedHashMap<>();
            source.explained(path, () -> GroupLinks.of(found, source.storage()))
                    .forEach((name, place) ->
                            children.put(name, new Hdf5Item(source, path.isEmpty() ? name : path + "/" + name, place)));
            items = children;
        }
        return items;
    }

    /**
     * Returns the array that this is.
     *
     * @throws FormatException if it is a group, or claims more elements than the file can hold
     */
    public Hdf5Array array() throws FormatException {
        if (array == null) {
            if (!isArray()) {
                throw source.error(path, "is a group, must be an array");
            }
            array = Hdf5Array.of(source, path, header());
        }
        return array;
    }

    private ObjectHeader header() throws FormatException {
        if (address == GroupLinks.ELSEWHERE) {
            throw source.error(path, "is a link to elsewhere, must be a group or an array");
        }
        if (header == null) {
            header = source.explained(path, () -> ObjectHeader.readObjectHeader(source.storage(), address));
            isArray = header.hasMessageOfType(DataSpaceMessage.class);
        }
        return header;
    }
}
