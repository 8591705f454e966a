package io.github.lightcone.formats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Everything that can be wrong with a file: the message names the place, the value and what is allowed. */
class BadInputTest {

    private static final String JSON = "network.json";
    private static final String NEURONS = "neurons.csv";
    private static final String SYNAPSES = "synapses.csv";
    private static final String SPIKES = "spikes.csv";

    @TempDir
    private Path folder;

    /**
     * One change to the small network and the message it must lead to.
     *
     * @param file the file that is changed
     * @param old a text in it; null for the whole file
     * @param replacement what stands there instead; null for no file
     * @param message the message, without the folder
     */
    record Change(String file, String old, String replacement, String message) {

        void apply(Map<String, String> files) {
            if (replacement == null) {
                files.remove(file);
            } else if (old == null) {
                files.put(file, replacement);
            } else {
                assertThat(files.get(file)).contains(old);
                files.put(file, files.get(file).replace(old, replacement));
            }
        }

        @Override
        public String toString() {
            return message;
        }
    }

    private static Change json(String old, String replacement, String message) {
        return new Change(JSON, old, replacement, "network.json" + message);
    }

    private static Change neurons(String old, String replacement, String message) {
        return new Change(NEURONS, old, replacement, "neurons.csv" + message);
    }

    private static Change synapses(String old, String replacement, String message) {
        return new Change(SYNAPSES, old, replacement, "synapses.csv" + message);
    }

    private static Change spikes(String old, String replacement, String message) {
        return new Change(SPIKES, old, replacement, "spikes.csv" + message);
    }

    static Stream<Change> descriptions() {
        return Stream.of(
                json(null, null, ": does not exist"),
                json(null, "", ": is empty, must hold a JSON object"),
                json(null, "[1]", ": holds '[1]', must be a JSON object"),
                json(
                        "\"dimensions\" : 2,",
                        "\"dimensions\" : 2, \"dimensions\" : 3,",
                        ":8: is not JSON (Duplicate Object property \"dimensions\")"),
                json(
                        "\"format\" : \"lightcone-network\"",
                        "\"format\" : \"nir\"",
                        ": format = \"nir\", must be \"lightcone-network\""),
                json("\"version\" : 1", "\"version\" : 2", ": version = 2, must be 1"),
                json("\"version\" : 1,", "", ": version is missing"),
                json("\"length\" : \"mm\"", "\"length\" : \"um\"", ": units.length = \"um\", must be \"mm\""),
                json("\"length\" : \"mm\"", "\"length\" : 1", ": units.length = 1, must be a string"),
                json(
                        "\"length\" : \"mm\"",
                        "\"length\" : \"mm\", \"mass\" : \"g\"",
                        ": units.mass = \"g\", is an unknown field; allowed are time, length"),
                json("\"dimensions\" : 2", "\"dimensions\" : 0", ": dimensions = 0, must be an integer from 1 to 64"),
                json(
                        "\"dimensions\" : 2",
                        "\"dimensions\" : 2.5",
                        ": dimensions = 2.5, must be an integer from 1 to 64"),
                json(
                        "\"dimensions\" : 2",
                        "\"dimensions\" : 99999999999",
                        ": dimensions = 99999999999, must be an integer from 1 to 64"),
                json(
                        "\"conductionSpeed\" : 0.5",
                        "\"conductionSpeed\" : 0",
                        ": conductionSpeed = 0, must be finite and above 0"),
                json(
                        "\"conductionSpeed\" : 0.5",
                        "\"conductionSpeed\" : -0.5",
                        ": conductionSpeed = -0.5, must be finite and above 0"),
                json(
                        "\"conductionSpeed\" : 0.5",
                        "\"conductionSpeed\" : 1e999",
                        ": conductionSpeed = \"Infinity\", must be a finite number"),
                json(
                        "\"conductionSpeed\" : 0.5",
                        "\"conductionSpeed\" : \"fast\"",
                        ": conductionSpeed = \"fast\", must be a finite number"),
                json(
                        "\"conductionSpeed\" : 0.5",
                        "\"conductionSpeed\" : null",
                        ": conductionSpeed = null, must be a finite number"),
                json("\"conductionSpeed\"", "\"speed\"", ": conductionSpeed is missing"),
                json(
                        "\"version\" : 1",
                        "\"version\" : 1, \"author\" : \"me\"",
                        ": author = \"me\", is an unknown field; allowed are format, version, units, dimensions, "
                                + "conductionSpeed, populations, projections"),
                json("\"populations\" : [", "\"populations\" : [ 7,", ": populations[0] = 7, must be an object"),
                json(
                        "\"model\" : \"lif\"",
                        "\"model\" : \"izhikevich\"",
                        ": populations[1].model = \"izhikevich\", must be one of spike_source, lif, "
                                + "leaky_integrator"),
                json(
                        "\"name\" : \"output\"",
                        "\"name\" : \"input\"",
                        ": populations[2].name = \"input\", must be unique"),
                json("\"name\" : \"output\"", "\"name\" : \" \"", ": populations[2].name = \" \", must not be blank"),
                json("\"name\" : \"output\",", "", ": populations[2].name is missing"),
                json(
                        "\"refractory\" : 2.0",
                        "\"tauRef\" : 2.0",
                        ": populations[1].parameters.tauRef = 2.0, is an unknown field; allowed are tauMem, tauSyn, "
                                + "bias, vThreshold, vReset, refractory, vInitial"),
                json(
                        "\"vThreshold\" : 1.0",
                        "\"vThreshold\" : 0.0",
                        ": populations[1].parameters: vReset = 0.0, must be below vThreshold = 0.0"),
                json(
                        "\"vThreshold\" : 1.0",
                        "\"vThreshold\" : \"NaN\"",
                        ": populations[1].parameters.vThreshold = \"NaN\", must be a finite number"),
                json(
                        "\"tauMem\" : 20.0",
                        "\"tauMem\" : -20.0",
                        ": populations[1].parameters: tauMem = -20.0, must be finite and above 0"),
                json("\"tauMem\" : 20.0,", "", ": populations[1].parameters.tauMem is missing"),
                json(
                        "\"model\" : \"spike_source\"",
                        "\"model\" : \"spike_source\", \"parameters\" : {\"bias\" : 1}",
                        ": populations[0].parameters.bias = 1, is an unknown field; allowed are none"),
                json(
                        "\"size\" : 1,\n      \"parameters\"",
                        "\"size\" : 0,\n      \"parameters\"",
                        ": populations[2].size = 0, must be an integer from 1 to 2147483647"),
                json(
                        "\"target\" : \"output\"",
                        "\"target\" : \"outptu\"",
                        ": projections[2].target = \"outptu\", must be one of input, hidden, output"),
                json(
                        "\"target\" : \"output\"",
                        "\"target\" : \"input\"",
                        ": projections[2].target = \"input\", must not be a spike_source, which cannot receive "
                                + "synapses"),
                json("\"spatial\" : false", "\"spatial\" : 0", ": projections[2].spatial = 0, must be true or false"),
                neurons(null, null, ": does not exist"),
                neurons(null, "", ": is empty, must have a header"),
                neurons(null, "\n\n", ": is empty, must have a header"),
                neurons(
                        "id,population,x,y,",
                        "id,population,x,z,",
                        ":1: column 'y' is missing; there are id, population, x, z, tauMem, vThreshold"),
                neurons(
                        "id,population,x,y,tauMem",
                        "id,population,x,y,tau",
                        ":1: column 'tau' is unknown; allowed are id, population, x, y, tauMem, tauSyn, bias, "
                                + "vThreshold, vReset, refractory, vInitial"),
                neurons("id,population,x,y,tauMem", "id,population,x,y,x", ":1: column 'x' is there twice"),
                neurons("2,input,0.0,1.0,,", "2,input,0.0,1.0", ":3: 4 cells, must be 6 as in the header"),
                neurons("2,input,0.0,1.0,,", "2,input,0.0,1.0,,,", ":3: 7 cells, must be 6 as in the header"),
                neurons(
                        "20,output,2.0,0.5,,\n",
                        "20,output,2.0",
                        ":6: ends without a line break: the file is cut off, or its last line break is missing"),
                neurons(
                        "20,output,2.0,0.5,,\n",
                        "20,output,2.0,0.5,,",
                        ":6: ends without a line break: the file is cut off, or its last line break is missing"),
                neurons("20,output,2.0,0.5,,\n", "", ": has no neuron of population 'output'"),
                neurons(
                        "2,input,0.0,1.0,,\n",
                        "",
                        ": has 1 neurons of population 'input', must be 2 as network.json says"),
                neurons("20,output", "10,output", ":6: id = '10', must be unique, it is also in line 4"),
                neurons("20,output", "-1,output", ":6: id = '-1', must be an integer from 0 to 9223372036854775807"),
                neurons(
                        "20,output",
                        "9223372036854775808,output",
                        ":6: id = '9223372036854775808', must be an integer from 0 to 9223372036854775807"),
                neurons("20,output", "a20,output", ":6: id = 'a20', must be an integer from 0 to 9223372036854775807"),
                neurons("20,output", ",output", ":6: id = '', must be an integer of at least 0"),
                neurons("20,output", "20,outptu", ":6: population = 'outptu', must be one of input, hidden, output"),
                neurons("20,output,2.0", "20,output,2.0.0", ":6: x = '2.0.0', must be a finite number"),
                neurons("20,output,2.0", "20,output,", ":6: x = '', must be a finite number"),
                neurons("20,output,2.0", "20,output,NaN", ":6: x = 'NaN', must be a finite number"),
                neurons("20,output,2.0", "20,output,-Infinity", ":6: x = '-Infinity', must be a finite number"),
                neurons("20,output,2.0", "20,output,1e309", ":6: x = '1e309', must be a finite number"),
                neurons("20,output,2.0", "20,output,2f", ":6: x = '2f', must be a finite number"),
                neurons("20,output,2.0", "20,output,0x10", ":6: x = '0x10', must be a finite number"),
                neurons("20,output,2.0", "20,output,\"2\n\"", ":6: x = '2\\u000a', must be a finite number"),
                neurons("25.0,1.5", "-25.0,1.5", ":5: tauMem = -25.0, must be finite and above 0"),
                neurons("25.0,1.5", "25.0,-1.5", ":5: vReset = 0.0, must be below vThreshold = -1.5"),
                neurons("25.0,1.5", "25.0,inf", ":5: vThreshold = 'inf', must be a finite number"),
                neurons(
                        "20,output,2.0,0.5,,",
                        "20,output,2.0,0.5,,1",
                        ":6: vThreshold = '1', must be empty, a leaky_integrator has no vThreshold"),
                neurons(
                        "2,input,0.0,1.0,,",
                        "2,input,0.0,1.0,20,",
                        ":3: tauMem = '20', must be empty, a spike_source has no tauMem"),
                synapses(null, null, ": does not exist"),
                synapses(null, "", ": is empty, must have a header"),
                synapses(
                        "source,",
                        "from,",
                        ":1: column 'source' is missing; there are from, target, weight, delay, delayOffset"),
                synapses(
                        "delayOffset",
                        "offset",
                        ":1: column 'offset' is unknown; allowed are source, target, weight, delay, delayOffset"),
                synapses("1,10,4.0,,0.0", "1;10;4.0", ":2: 1 cell, must be 5 as in the header"),
                synapses("1,10,4.0", "1,12,4.0", ":2: target = '12', must be the id of a neuron in neurons.csv"),
                synapses("1,10,4.0", "7,10,4.0", ":2: source = '7', must be the id of a neuron in neurons.csv"),
                synapses(
                        "1,10,4.0",
                        "1,2,4.0",
                        ":2: target = '2', must not be in population 'input', a spike_source cannot receive "
                                + "synapses"),
                synapses(
                        "1,10,4.0",
                        "20,10,4.0",
                        ":2: source = '20', must not be in population 'output', a leaky_integrator makes no spikes"),
                synapses("1,10,4.0", "1,10,four", ":2: weight = 'four', must be a finite number"),
                synapses("1,10,4.0", "1,10,nan", ":2: weight = 'nan', must be a finite number"),
                synapses("-1.0,1.5,", "-1.0,-1.5,", ":7: delay = '-1.5', must be finite and at least 0"),
                synapses("-1.0,1.5,", "-1.0,1e999,", ":7: delay = '1e999', must be a finite number"),
                synapses("4.5,,0.25", "4.5,,-0.25", ":4: delayOffset = '-0.25', must be finite and at least 0"),
                synapses("-1.0,1.5,", "-1.0,1.5,0.5", ":7: delayOffset = '0.5', must be empty where a delay is given"),
                synapses(
                        "11,20,-1.0,1.5,\n",
                        "11,20,-1.0,1",
                        ":7: ends without a line break: the file is cut off, or its last line break is missing"),
                synapses(
                        "11,20,-1.0,1.5,\n",
                        "",
                        ": has 1 synapses 'hidden->output' with a given delay, must be 2 as projections[2] in "
                                + "network.json says"),
                synapses(
                        "11,20,-1.0,1.5,\n",
                        "11,20,-1.0,1.5,\n10,20,1,0,\n",
                        ":8: is one more synapse 'hidden->output' with a given delay than the projections in "
                                + "network.json hold"));
    }

    static Stream<Change> inputs() {
        return Stream.of(
                spikes(null, null, ": does not exist"),
                spikes(null, "", ": is empty, must have a header"),
                spikes(null, "neuron,time\n", ": is empty input, must have at least one spike below its header"),
                spikes(
                        null,
                        "neuron,time",
                        ":1: ends without a line break: the file is cut off, or its last line " + "break is missing"),
                spikes("neuron,time", "id,time", ":1: column 'neuron' is missing; there are id, time"),
                spikes("neuron,time", "neuron,t", ":1: column 'time' is missing; there are neuron, t"),
                spikes(
                        "neuron,time",
                        "neuron,time,weight",
                        ":1: column 'weight' is unknown; allowed are neuron, time_ms, time"),
                spikes(
                        null,
                        "neuron,time,time_ms\n1,1,1\n",
                        ":1: columns time and time_ms are both there, must be one of the two"),
                spikes("2,0.5", "2,5", ":4: time = '3.25', must not be before the spike above it at 5.0 ms"),
                spikes("2,3.25", "2,10.5", ":5: time = '10.5', must be between 0 and the end of the run, 10.0 ms"),
                spikes("1,0.0", "1,-1e-9", ":2: time = '-1e-9', must be between 0 and the end of the run, 10.0 ms"),
                spikes("2,0.5", "2,soon", ":3: time = 'soon', must be a finite number"),
                spikes("2,0.5", "3,0.5", ":3: neuron = '3', must be the id of a neuron of the network"),
                spikes("2,0.5", "10,0.5", ":3: neuron = '10', must be a spike_source, population 'hidden' is a lif"),
                spikes(
                        "2,3.25\n",
                        "2",
                        ":5: ends without a line break: the file is cut off, or its last line break is missing"),
                spikes(
                        "2,3.25\n",
                        "2,3.2",
                        ":5: ends without a line break: the file is cut off, or its last line break is missing"));
    }

    @ParameterizedTest
    @MethodSource({"descriptions", "inputs"})
    void isRejectedWithPlaceAndValue(Change change) throws IOException {
        Map<String, String> files = SmallNetwork.files();
        change.apply(files);
        SmallNetwork.write(folder, files);

        FormatException problem = catchThrowableOfType(FormatException.class, this::readAll);

        assertThat(problem).hasMessage(folder.resolve(change.message()).toString());
    }

    private void readAll() throws IOException {
        NetworkFolder network = NetworkFolder.read(folder);
        SpikesCsv.read(folder.resolve(SPIKES), network, 10);
    }

    @ParameterizedTest
    @MethodSource("cuts")
    void jsonThatIsCutOffIsRejected(double share) throws IOException {
        Map<String, String> files = SmallNetwork.files();
        String whole = files.get(JSON).strip();
        files.put(JSON, whole.substring(0, (int) (share * (whole.length() - 1))));
        SmallNetwork.write(folder, files);

        assertThatExceptionOfType(FormatException.class)
                .isThrownBy(this::readAll)
                .withMessageMatching(".*network.json:\\d+: is not JSON .*");
    }

    static Stream<Double> cuts() {
        return Stream.of(0.01, 0.1, 0.25, 0.5, 0.75, 0.9, 1.0);
    }

    @Test
    void textAfterTheJsonIsRejected() throws IOException {
        Map<String, String> files = SmallNetwork.files();
        files.put(JSON, files.get(JSON) + "{}");
        SmallNetwork.write(folder, files);

        assertThatExceptionOfType(FormatException.class)
                .isThrownBy(this::readAll)
                .withMessageContaining("is not JSON");
    }

    @Test
    void otherThanUtf8IsRejected() throws IOException {
        SmallNetwork.write(folder, SmallNetwork.files());
        String neurons = SmallNetwork.files().get(NEURONS).replace("output", "\u00e4");
        Files.write(folder.resolve(NEURONS), neurons.getBytes(StandardCharsets.ISO_8859_1));

        assertThatExceptionOfType(FormatException.class)
                .isThrownBy(this::readAll)
                .withMessage(folder.resolve(NEURONS) + ": is not UTF-8 text");
    }

    @Test
    void brokenGzipIsRejected() throws IOException {
        SmallNetwork.write(folder, SmallNetwork.files());
        Path compressed = folder.resolve("synapses.csv.gz");
        String synapses = SmallNetwork.files().get(SYNAPSES);
        AtomicFiles.write(compressed, out -> out.write(synapses));
        assertThatExceptionOfType(FormatException.class)
                .isThrownBy(this::readAll)
                .withMessageContaining("must be the only one of the two");

        Files.delete(folder.resolve(SYNAPSES));
        byte[] whole = Files.readAllBytes(compressed);
        Files.write(compressed, java.util.Arrays.copyOf(whole, whole.length / 2));
        assertThatExceptionOfType(FormatException.class)
                .isThrownBy(this::readAll)
                .withMessage(compressed + ": is cut off in the middle of its compressed data");

        Files.writeString(compressed, synapses);
        assertThatExceptionOfType(FormatException.class)
                .isThrownBy(this::readAll)
                .withMessageStartingWith(compressed + ": is not a whole gzip file");
    }

    @Test
    void foldersAndFilesAreNotTakenForEachOther() throws IOException {
        assertThatExceptionOfType(FormatException.class)
                .isThrownBy(() -> NetworkFolder.read(folder.resolve("none")))
                .withMessage(folder.resolve("none") + ": does not exist");

        Path file = Files.writeString(folder.resolve("file"), "");
        assertThatExceptionOfType(FormatException.class)
                .isThrownBy(() -> NetworkFolder.read(file))
                .withMessage(file + ": is a file, must be a folder with network.json");

        SmallNetwork.write(folder, SmallNetwork.files());
        Files.delete(folder.resolve(SPIKES));
        Files.createDirectory(folder.resolve(SPIKES));
        assertThatExceptionOfType(FormatException.class)
                .isThrownBy(this::readAll)
                .withMessage(folder.resolve(SPIKES) + ": is a folder, must be a file");
    }
}
