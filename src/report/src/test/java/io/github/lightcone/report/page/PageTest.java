package io.github.lightcone.report.page;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.lightcone.report.run.ChipPrototype;
import io.github.lightcone.report.run.RunView;
import io.github.lightcone.report.run.SampleChip;
import io.github.lightcone.report.run.SampleRun;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class PageTest {

    private static final String HOSTILE = "</script><script>alert(1)</script><!--'\"&";

    private static JsonNode data(String page) {
        Matcher data =
                Pattern.compile("id=\"data\">(.*?)</script>", Pattern.DOTALL).matcher(page);
        assertThat(data.find()).isTrue();
        return JsonMapper.shared().readTree(data.group(1));
    }

    @Test
    void namesFromDataAreEscapedEverywhere() {
        RunView run = SampleRun.view(HOSTILE, HOSTILE, 3);
        for (String page : List.of(ReportPage.html(run), ComparisonPage.html(List.of(run, run)))) {
            assertThat(page).doesNotContain("<script>alert").contains("&lt;/script&gt;&lt;script&gt;alert(1)");
        }
        JsonNode data = data(ReportPage.html(run));
        assertThat(data.get("populations").get(1).get("name").stringValue()).isEqualTo(HOSTILE);
        assertThat(data.get("classes").get(0).stringValue()).isEqualTo(HOSTILE);
    }

    /** Scripts open and close as often as the page means them to. */
    @Test
    void noScriptEndsEarly() {
        String page = ReportPage.html(SampleRun.view("hidden", "a", 3));
        assertThat(page.split("<script", -1)).hasSize(1 + 5);
        assertThat(page.split("</script", -1)).hasSize(1 + 5);
    }

    @Test
    void nothingIsAskedForFromElsewhere() {
        String page = ReportPage.html(SampleRun.view("hidden", "a", 2));
        assertThat(page)
                .doesNotContainPattern("(?:src|href|action)=[\"']?(?:https?:)?//")
                .doesNotContainPattern("@import|url\\(['\"]?http")
                .contains("default-src 'none'");
    }

    /** Neurons, synapses, spikes and frames are those of the run. */
    @Test
    void dataAreThoseOfTheRun() {
        RunView run = SampleRun.view("hidden", "a", 3);
        JsonNode data = data(ReportPage.html(run));
        assertThat(data.get("neurons").get("position").size()).isEqualTo(27);
        assertThat(data.get("wires").get("all").intValue()).isEqualTo(20);
        assertThat(data.get("wires").get("weight").get(0).doubleValue()).isEqualTo(2.5);
        assertThat(data.get("trial").get("time").size())
                .isEqualTo(run.activity().orElseThrow().trial().time().length)
                .isGreaterThan(5);
        assertThat(data.get("frames").get("epochs").size()).isEqualTo(2);
        assertThat(data.get("space").get("exact").booleanValue()).isTrue();
    }

    /** A run folder of a version that kept none says so. */
    @Test
    void trustIsShownOrSaidToBeMissing() {
        RunView run = SampleRun.view("hidden", "a", 3);
        assertThat(ReportPage.html(run)).contains("16 training examples", "No slope of the last epoch was raised");
        RunView older = new RunView(
                run.name(),
                run.which(),
                run.summary(),
                run.history(),
                run.structureHistory(),
                Optional.empty(),
                run.folder(),
                run.wires(),
                run.confusion(),
                run.structure(),
                run.frames(),
                run.activity(),
                run.withoutActivity(),
                run.chips(),
                run.experiment());
        assertThat(ReportPage.html(older)).contains("This run has no trust.csv");
    }

    /** One chip and two, and names that mean something in HTML. */
    @Test
    void chipsStandSideBySide(@TempDir Path folder) throws IOException {
        RunView run = SampleRun.view("hidden", "a", 3);
        assertThat(ReportPage.html(run)).doesNotContain("id=\"chips\"", "#chips");
        ChipPrototype chip = SampleChip.read(folder);
        String one = ReportPage.html(with(run, chip));
        assertThat(one)
                .contains(
                        "; clipped: 1 delays, 2 time constants, 3 voltages.",
                        "href=\"#chips\"",
                        "90.0\u00a0% \u2192 85.0\u00a0%",
                        "15.0\u00a0%",
                        "1 \u2192 2",
                        "7 \u2192 fits",
                        "not checked: step of it is unknown",
                        "synapse 3",
                        "23.6 pJ or more",
                        "A paper, 2020, https://example.org",
                        "&lt;hidden&gt;",
                        "figure-chip-mismatch-0",
                        "figure-chip-convergence\"")
                .doesNotContain("<hidden>", "brings it up to date");
        String two = ReportPage.html(with(run, chip, SampleChip.withoutMore(folder)));
        assertThat(two)
                .contains("<th scope=\"col\">&lt;b&gt;</th>", "figure-chip-floor-plan-1")
                .doesNotContain("<b></");
    }

    private static RunView with(RunView run, ChipPrototype... chips) {
        return new RunView(
                run.name(),
                run.which(),
                run.summary(),
                run.history(),
                run.structureHistory(),
                run.trust(),
                run.folder(),
                run.wires(),
                run.confusion(),
                run.structure(),
                run.frames(),
                run.activity(),
                run.withoutActivity(),
                List.of(chips),
                run.experiment());
    }

    @Test
    void moreThanThreeDimensionsAreSaidToBeComponents() {
        String page = ReportPage.html(SampleRun.view("hidden", "a", 5));
        assertThat(page).contains("Space has 5 dimensions: the first three principal components");
        assertThat(data(page).get("space").get("exact").booleanValue()).isFalse();
    }

    @Test
    void theFirstScreenAnswersThreeQuestions() {
        assertThat(ReportPage.html(SampleRun.view("hidden", "a", 3)))
                .contains(
                        "85.0\u00a0%",
                        "<b>Yes.</b>",
                        "17 of 20 test examples",
                        "Synaptic operations per example",
                        "Wiring length",
                        "Modularity");
    }

    @ParameterizedTest
    @CsvSource({"0, 0", "12, 12", "0.15, 0.15", "0.0123456, 0.0123", "12.34, 12.3", "1234.4, 1\u202f234", "-3, \u22123"
    })
    void numbersAreShort(double value, String text) {
        assertThat(Html.number(value)).isEqualTo(text);
    }
}
