package io.github.lightcone.formats.hdf5;

import io.jhdf.Constants;
import io.jhdf.ObjectHeader.ObjectHeaderV2;
import io.jhdf.WritableDatasetImpl;
import io.jhdf.api.Attribute;
import io.jhdf.api.WritableGroup;
import io.jhdf.object.datatype.DataType;
import io.jhdf.object.message.AttributeInfoMessage;
import io.jhdf.object.message.AttributeMessage;
import io.jhdf.object.message.DataLayoutMessage.ContiguousDataLayoutMessage;
import io.jhdf.object.message.DataSpace;
import io.jhdf.object.message.DataSpaceMessage;
import io.jhdf.object.message.DataTypeMessage;
import io.jhdf.object.message.FillValueMessage;
import io.jhdf.object.message.Message;
import io.jhdf.storage.HdfFileChannel;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** An array of one dimension without elements, which the library cannot tell the type of. */
final class EmptyDataset extends WritableDatasetImpl {

    private final DataType type;

    /**
     * Makes one.
     *
     * @param example an array with one element, of the same type
     */
    EmptyDataset(Object example, boolean unsigned, String name, WritableGroup parent) {
        super(example, name, parent);
        type = DataType.fromObject(example, unsigned);
    }

    @Override
    public long write(HdfFileChannel file, long position) {
        List<Message> messages = new ArrayList<>();
        messages.add(DataTypeMessage.create(type));
        messages.add(DataSpaceMessage.create(DataSpace.fromObject(new int[0])));
        messages.add(FillValueMessage.NO_FILL);
        messages.add(ContiguousDataLayoutMessage.create(Constants.UNDEFINED_ADDRESS, 0));
        if (!getAttributes().isEmpty()) {
            messages.add(AttributeInfoMessage.create());
            for (Map.Entry<String, Attribute> attribute : getAttributes().entrySet()) {
                messages.add(AttributeMessage.create(attribute.getKey(), attribute.getValue()));
            }
        }
        ByteBuffer header = new ObjectHeaderV2(position, messages).toBuffer();
        int size = header.limit();
        file.write(header, position);
        // The library puts what comes last where the file stands.
        file.position(position + size);
        return position + size;
    }
}
