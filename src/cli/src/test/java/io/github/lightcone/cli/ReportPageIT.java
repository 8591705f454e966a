package io.github.lightcone.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.abort;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.logging.Level;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.By;
import org.openqa.selenium.Dimension;
import org.openqa.selenium.Keys;
import org.openqa.selenium.OutputType;
import org.openqa.selenium.SessionNotCreatedException;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.logging.LogEntry;
import org.openqa.selenium.logging.LogType;
import org.openqa.selenium.logging.LoggingPreferences;
import org.openqa.selenium.support.ui.Select;
import org.openqa.selenium.support.ui.WebDriverWait;

/**
 * The report of a small run in a browser without a window. Skipped where there is no Chromium with its driver: the
 * Debian packages {@code chromium} and {@code chromium-driver}, or what {@code CHROMIUM} and {@code CHROMEDRIVER} name.
 */
class ReportPageIT {

    private static final String HOSTILE = "<script>alert(1)</script>";
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final Path PICTURES = Path.of("target", "report-screenshots");

    @TempDir
    private static Path folder;

    private static ChromeDriver driver;

    @BeforeAll
    static void openBrowser() throws IOException {
        Path browser = place("CHROMIUM", "/usr/bin/chromium");
        Path service = place("CHROMEDRIVER", "/usr/bin/chromedriver");
        assumeTrue(
                Files.isExecutable(browser) && Files.isExecutable(service),
                "no browser: neither " + browser + " nor what CHROMIUM names, or no driver " + service);
        writeReport();
        ChromeOptions options = new ChromeOptions();
        options.setBinary(browser.toFile());
        options.addArguments(
                "--headless=new",
                "--no-sandbox",
                "--use-gl=angle",
                "--use-angle=swiftshader",
                "--enable-unsafe-swiftshader",
                "--hide-scrollbars",
                "--disable-background-networking");
        LoggingPreferences logs = new LoggingPreferences();
        logs.enable(LogType.BROWSER, Level.ALL);
        logs.enable(LogType.PERFORMANCE, Level.ALL);
        options.setCapability("goog:loggingPrefs", logs);
        try {
            driver = new ChromeDriver(
                    new ChromeDriverService.Builder()
                            .usingDriverExecutable(new File(service.toString()))
                            .build(),
                    options);
        } catch (SessionNotCreatedException e) {
            abort("the browser does not start here: " + e.getRawMessage());
        }
        Files.createDirectories(PICTURES);
    }

    private static Path place(String variable, String usual) {
        String named = System.getenv(variable);
        return Path.of(named == null ? usual : named);
    }

    /** Trains for a moment, gives a population of the result a name that is a script, and reports on it. */
    private static void writeReport() throws IOException {
        Path run = folder.resolve("run");
        CommandRun train = CommandRun.of(
                "train",
                "delayed-xor",
                "--epochs=3",
                "--hidden=8",
                "--dimensions=3",
                "--rate=positions=0.2",
                "--set=data.size=80",
                "--set=network.projections.0.weights={normal: [1.5, 1]}",
                "--out=" + run);
        assertThat(train.exitCode()).as(train.err()).isZero();
        for (String file : List.of("network.json", "neurons.csv")) {
            Path path = run.resolve("best").resolve(file).toRealPath();
            Files.writeString(path, Files.readString(path).replace("hidden", HOSTILE));
        }
        prototype(run, "--chip=loihi-2", "--tile=8", "--mismatch=0.1", "--devices=5", "--converge");
        prototype(run, "--chip=dynap-se2", "--delay-jitter=1");
        CommandRun report = CommandRun.of("report", run, "--out", folder.resolve("report.html"), "--nulls=3");
        assertThat(report.exitCode()).as(report.err()).isZero();
    }

    private static void prototype(Path run, String... options) {
        List<Object> arguments = new ArrayList<>(List.of("prototype", run, "--examples=10"));
        arguments.addAll(List.of(options));
        CommandRun made = CommandRun.of(arguments.toArray());
        assertThat(made.exitCode()).as(made.err()).isZero();
    }

    @AfterAll
    static void closeBrowser() {
        if (driver != null) {
            driver.quit();
        }
    }

    private static void open(int width) {
        open(width, "report.html");
    }

    private static void open(int width, String file) {
        driver.manage().logs().get(LogType.BROWSER);
        driver.manage().logs().get(LogType.PERFORMANCE);
        driver.manage().window().setSize(new Dimension(width, 900));
        driver.get(folder.resolve(file).toUri().toString());
        new WebDriverWait(driver, PATIENCE)
                .until(page -> driver.executeScript("return document.documentElement.dataset.ready") != null);
        assertThat(driver.executeScript("return document.documentElement.dataset.ready"))
                .as(text("space-status"))
                .isEqualTo("true");
    }

    private static String text(String id) {
        return driver.findElement(By.id(id)).getText();
    }

    private static void slide(String id, int value) {
        driver.executeScript(
                "const s = document.getElementById(arguments[0]); s.value = arguments[1];"
                        + "s.dispatchEvent(new Event('input', {bubbles: true}));",
                id,
                value);
    }

    private static void picture(String name) throws IOException {
        Map<String, Object> whole = driver.executeCdpCommand(
                "Page.captureScreenshot", Map.of("format", "png", "captureBeyondViewport", true));
        Files.write(PICTURES.resolve(name + ".png"), OutputType.BYTES.convertFromBase64Png((String) whole.get("data")));
    }

    @Test
    void everySectionIsThereAndNothingGoesWrong() throws IOException {
        open(1280);
        for (String id : List.of(
                "overview",
                "space",
                "example",
                "activity",
                "distributions",
                "connectivity",
                "confusion",
                "structure",
                "training",
                "trust",
                "chips",
                "settings")) {
            WebElement section = driver.findElement(By.id(id));
            assertThat(section.isDisplayed()).as(id).isTrue();
            assertThat(section.findElement(By.tagName("h2")).getText()).as(id).isNotBlank();
        }
        assertThat(driver.findElements(By.cssSelector("figure svg")).size()).isGreaterThan(14);
        picture("wide-light");
        driver.findElement(By.id("theme")).click();
        picture("wide-dark");
        assertQuiet();
    }

    /** No error on the console, no request but for the page and the scripts it holds, no dialogue. */
    private static void assertQuiet() {
        assertThat(driver.manage().logs().get(LogType.BROWSER).getAll())
                .filteredOn(entry -> entry.getLevel().intValue() >= Level.WARNING.intValue())
                .filteredOn(entry -> !entry.getMessage().contains("GPU stall"))
                .isEmpty();
        String own = folder.resolve("report.html").toUri().toString();
        List<String> requests = driver.manage().logs().get(LogType.PERFORMANCE).getAll().stream()
                .map(LogEntry::getMessage)
                .filter(message -> message.contains("\"Network.requestWillBeSent\""))
                .map(message -> message.replaceAll("(?s).*\"request\":\\{.*?\"url\":\"([^\"]*)\".*", "$1"))
                .filter(url -> !url.startsWith("blob:") && !url.startsWith("data:") && !url.equals(own))
                .toList();
        assertThat(requests).isEmpty();
        assertThat(driver.executeScript("return performance.getEntriesByType('resource')"
                        + ".map(e => e.name).filter(n => !n.startsWith('blob:') && !n.startsWith('data:'))"))
                .isEqualTo(List.of());
    }

    @Test
    void aPopulationNamedLikeAScriptIsShownAndNotRun() {
        open(1280);
        assertThat(text("space-legend")).contains(HOSTILE + " (8)");
        assertThat(driver.findElement(By.id("figure-space")).getText()).contains(HOSTILE);
        assertThat(driver.findElements(By.xpath("//script[text()='alert(1)']"))).isEmpty();
        assertQuiet();
    }

    @Test
    void filtersChangeWhatIsShown() {
        open(1280);
        String before = text("space-status");
        slide("strength", 5);
        assertThat(text("space-status")).contains(" 5 of ").isNotEqualTo(before);
        String few = text("space-status");
        driver.findElement(By.id("population-0")).click();
        awaitChange("space-status", few);
        String without = text("space-status");
        assertThat(without.split(" ", -1)[0]).isNotEqualTo(before.split(" ", -1)[0]);
        driver.findElement(By.id("space-reset")).click();
        new WebDriverWait(driver, PATIENCE).until(page -> text("space-status").equals(before));
        slide("delay-to", 0);
        assertThat(text("space-status")).contains(" 0 of ");
        driver.findElement(By.id("space-reset")).click();
        new WebDriverWait(driver, PATIENCE).until(page -> text("space-status").equals(before));
        Select colour = new Select(driver.findElement(By.id("colour-by")));
        for (String value : List.of("module", "rate", "population")) {
            String legend = text("space-legend");
            colour.selectByValue(value);
            awaitChange("space-legend", legend);
        }
        new Select(driver.findElement(By.id("module-filter"))).selectByValue("0");
        awaitChange("space-status", before);
        assertQuiet();
    }

    private static void awaitChange(String element, String before) {
        new WebDriverWait(driver, PATIENCE).until(page -> !text(element).equals(before));
    }

    @Test
    void neuronsMoveOverEpochs() {
        open(1280);
        String last = positions();
        slide("epoch", 0);
        assertThat(text("epoch-out")).isEqualTo("0");
        assertThat(positions()).isNotEqualTo(last);
        slide("epoch", 100);
        assertThat(text("epoch-out")).isEqualTo("as trained");
        assertThat(positions()).isEqualTo(last);
    }

    private static String positions() {
        return String.valueOf(driver.executeScript("return Array.from(window.lightconeSpace.position).join(' ')"));
    }

    @Test
    void timeGoesOnAndBack() {
        open(1280);
        slide("time", 0);
        assertThat(text("player-status")).startsWith("0 of ").doesNotContain("0 of 0");
        slide("time", 1000);
        String all = text("player-status");
        assertThat(all.split(" ", -1)[0]).isEqualTo(all.split(" ", -1)[2]);
        slide("time", 0);
        driver.findElement(By.id("play")).click();
        new WebDriverWait(driver, PATIENCE).until(page -> !text("player-status").startsWith("0 of "));
        assertQuiet();
    }

    @Test
    void keysReachTheNetwork() {
        open(1280);
        WebElement canvas = driver.findElement(By.id("space-canvas"));
        driver.executeScript("arguments[0].focus()", canvas);
        String camera = camera();
        canvas.sendKeys(Keys.ARROW_LEFT);
        assertThat(camera()).isNotEqualTo(camera);
        canvas.sendKeys("n");
        assertThat(text("space-tip")).contains("module", "synapses in");
        canvas.sendKeys(Keys.ESCAPE);
        assertThat(driver.findElement(By.id("space-tip")).isDisplayed()).isFalse();
    }

    private static String camera() {
        return String.valueOf(
                driver.executeScript("return Object.values(window.lightconeSpace.camera.position).join(' ')"));
    }

    @Test
    void aNarrowWindowNeedsNoScrollingSideways() throws IOException {
        driver.executeCdpCommand(
                "Emulation.setDeviceMetricsOverride",
                Map.of("width", 390, "height", 844, "deviceScaleFactor", 1, "mobile", true));
        try {
            open(390);
            assertThat(driver.executeScript("return document.documentElement.scrollWidth <= window.innerWidth"))
                    .isEqualTo(true);
            assertThat(driver.executeScript("return window.innerWidth")).isEqualTo(390L);
            picture("narrow-light");
            assertQuiet();
        } finally {
            driver.executeCdpCommand("Emulation.clearDeviceMetricsOverride", Map.of());
        }
    }

    @Test
    void textStandsOutFromItsGround() {
        open(1280);
        for (int theme = 0; theme < 2; theme++) {
            Object low = driver.executeScript("""
                    const lum = c => { const [r, g, b] = c.match(/[\\d.]+/g).map(Number).map(v => v / 255)
                        .map(v => v <= 0.03928 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4);
                      return 0.2126 * r + 0.7152 * g + 0.0722 * b; };
                    const ground = e => { for (; e; e = e.parentElement) { const c = getComputedStyle(e).backgroundColor;
                      if (!/, 0\\)|transparent/.test(c)) return c; } return 'rgb(255,255,255)'; };
                    const low = [];
                    for (const e of document.querySelectorAll('main *, header *')) {
                      const own = [...e.childNodes].some(n => n.nodeType === 3 && n.textContent.trim());
                      if (!own || e.closest('svg') && e.tagName !== 'text' || e.closest('figure#figure-confusion')) continue;
                      if (['title', 'desc', 'OPTION', 'SCRIPT'].includes(e.tagName)) continue;
                      const style = getComputedStyle(e);
                      const a = lum(e.tagName === 'text' ? style.fill : style.color), b = lum(ground(e));
                      if ((Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05) < 4.5) low.push(e.tagName + ' ' + e.textContent);
                    }
                    return low;
                    """);
            assertThat(low).as("contrast below 4.5").isEqualTo(List.of());
            driver.findElement(By.id("theme")).click();
        }
    }

    /** Five thousand neurons, half a million synapses: the file stays below 15 MB, opens, and turns. */
    @Test
    void aLargeNetworkOpensAndTurns() throws IOException {
        Path experiment = Files.writeString(folder.resolve("large.yaml"), """
                name: large
                seed: 1
                end: 100
                data: {source: randman, size: 20, channels: 100, classes: 10}
                network:
                  dimensions: 3
                  delays: spatial
                  populations:
                    input: {positions: {normal: [0, 10]}}
                    hidden: {size: 4890, neuron: {model: lif, tauMem: 20, tauSyn: 5}, positions: {normal: [0, 10]}}
                    output: {neuron: {model: integrator, tauMem: 20, tauSyn: 5}, positions: {normal: [0, 10]}}
                  projections:
                    - {from: input, to: hidden, weights: {normal: [0.15, 0.1]}}
                    - {from: hidden, to: output, weights: {normal: [0, 0.02]}}
                learn: [{what: weights, rate: 0.002}]
                optimiser: {method: adam}
                loss: {kind: weighted-voltage, scale: 20}
                training: {epochs: 1, batch: 20}
                """);
        Path run = folder.resolve("large");
        CommandRun train = CommandRun.of("train", experiment, "--out=" + run);
        assertThat(train.exitCode()).as(train.err()).isZero();
        CommandRun report = CommandRun.of("report", run, "--out", folder.resolve("large.html"), "--nulls=0");
        assertThat(report.exitCode()).as(report.err()).isZero();
        assertThat(Files.size(folder.resolve("large.html"))).isLessThan(15_000_000);
        open(1280, "large.html");
        assertThat(text("space-status"))
                .contains("5000 of 5000 neurons", "of 537900 synapses", "the page holds the 20000 strongest");
        WebElement canvas = driver.findElement(By.id("space-canvas"));
        driver.executeScript("arguments[0].focus()", canvas);
        String camera = camera();
        canvas.sendKeys(Keys.ARROW_LEFT);
        assertThat(camera()).isNotEqualTo(camera);
    }

    @Test
    void theFileIsSmall() throws IOException {
        byte[] page = Files.readAllBytes(folder.resolve("report.html"));
        assertThat(page.length).isLessThan(2_000_000);
        assertThat(new String(page, StandardCharsets.UTF_8))
                .doesNotContain(HOSTILE)
                .contains("The MIT License");
    }
}
