package io.github.lightcone.examples;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.lightcone.data.EventDataset;
import io.github.lightcone.data.table.CsvEvents;
import io.github.lightcone.data.table.TableSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The page docs/data.md: its Java stands here, and the table it shows can be read. */
class DataPageTest {

    private static final Pattern TABLE = Pattern.compile("(?ms)^```csv\\n(.*?)^```$");

    @Test
    void theTableOfThePageIsRead(@TempDir Path folder) throws IOException {
        Matcher table = TABLE.matcher(Files.readString(Path.of("..", "docs", "data.md")));
        assertThat(table.find()).isTrue();
        Files.writeString(folder.resolve("events.csv"), table.group(1));
        TableSettings settings = TableSettings.inferred().withChannels(8).withClassNames(List.of("left", "right"));
        EventDataset data = CsvEvents.read(folder, settings);
        assertThat(data.size()).isEqualTo(3);
        assertThat(data.channels()).isEqualTo(8);
        assertThat(data.spikeCount()).isEqualTo(3);
        assertThat(data.groups()).containsExactly("Ann", "Bob");
        assertThat(data.label(1)).isEqualTo(1);
    }
}
