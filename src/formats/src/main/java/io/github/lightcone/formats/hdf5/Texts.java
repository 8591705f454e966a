package io.github.lightcone.formats.hdf5;

import io.jhdf.object.datatype.DataType;
import io.jhdf.object.datatype.StringData;
import io.jhdf.object.datatype.StringData.PaddingType;
import io.jhdf.object.datatype.VariableLength;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * Texts of one length, or of any length, which then stand in a heap. They are read as UTF-8, whatever the file says of
 * them, up to the first null character.
 */
final class Texts {

    private final Hdf5Source source;
    private final DataType type;
    private final int longest;

    /**
     * Makes a reader.
     *
     * @param longest bytes that each may have
     */
    Texts(Hdf5Source source, DataType type, int longest) {
        this.source = source;
        this.type = type;
        this.longest = longest;
    }

    /** Returns whether a type is one of texts. */
    static boolean are(DataType type) {
        return type instanceof StringData || (type instanceof VariableLength any && any.isVariableLengthString());
    }

    /** Returns the texts at the beginning of some bytes. */
    List<String> read(ByteBuffer bytes, int count) {
        bytes.order(MeteredStorage.ORDER);
        List<String> texts = new ArrayList<>();
        for (int k = 0; k < count; k++) {
            int at = k * type.getSize();
            texts.add(type instanceof StringData ? fixed(bytes, at) : ofHeap(bytes, at));
        }
        return texts;
    }

    private String fixed(ByteBuffer bytes, int at) {
        requireLength(type.getSize(), longest);
        String text = decode(bytes.slice(at, type.getSize()));
        return ((StringData) type).getPaddingType() == PaddingType.SPACE_PADDED ? text.stripTrailing() : text;
    }

    /** A text of any length is its length, the address of a heap and its number there. */
    private String ofHeap(ByteBuffer bytes, int at) {
        long length = Integer.toUnsignedLong(bytes.getInt(at));
        int offsets = source.storage().getSizeOfOffsets();
        int start = at + Integer.BYTES;
        long address = offsets == Integer.BYTES ? Integer.toUnsignedLong(bytes.getInt(start)) : bytes.getLong(start);
        int number = bytes.getInt(start + offsets);
        if (number == 0) {
            return "";
        }
        ByteBuffer text = source.heap(address).getObjectData(number);
        requireLength(length, Math.min(longest, text.remaining()));
        return decode(text.slice(text.position(), (int) length));
    }

    private static void requireLength(long length, int most) {
        if (length > most) {
            throw new IllegalStateException("a text of " + length + " bytes, must be at most " + most);
        }
    }

    private String decode(ByteBuffer bytes) {
        int length = 0;
        while (length < bytes.remaining() && bytes.get(length) != 0) {
            length++;
        }
        source.storage().spend(length);
        CharBuffer text = CharBuffer.allocate(length);
        if (StandardCharsets.UTF_8
                .newDecoder()
                .decode(bytes.slice(0, length), text, true)
                .isError()) {
            throw new IllegalStateException("a text that is not UTF-8");
        }
        return text.flip().toString();
    }
}
