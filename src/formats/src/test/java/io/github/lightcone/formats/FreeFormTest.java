package io.github.lightcone.formats;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.lightcone.event.SpikeTrains;
import io.github.lightcone.network.Network;
import io.github.lightcone.network.Projection;
import io.github.lightcone.neuron.Lif;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What whoever writes a folder by hand or by script is free to do. */
class FreeFormTest {

    @TempDir
    private Path folder;

    private Network expected;
    private Map<String, String> files;

    @BeforeEach
    void readSmallNetwork() throws IOException {
        expected = SmallNetwork.read().network();
        files = SmallNetwork.files();
    }

    private Network read() throws IOException {
        SmallNetwork.write(folder, files);
        return NetworkFolder.read(folder).network();
    }

    @Test
    void sizesAndProjectionsMayBeLeftOut() throws IOException {
        String json = files.get("network.json");
        json = json.substring(0, json.indexOf(",\n  \"projections\"")) + "}";
        files.put("network.json", json.replaceAll("\"size\" : \\d,?", "").replaceAll(",\\s*}", "}"));

        RandomNetworks.assertSame(read(), expected);
    }

    @Test
    void parametersWithAUsualValueMayBeLeftOut() throws IOException {
        files.put(
                "network.json",
                files.get("network.json")
                        .replaceFirst("\"bias\" : 0.0,\\s*\"vThreshold\" : 1.0,\\s*\"vReset\" : 0.0,", ""));

        assertThat(read().population("hidden").model()).isEqualTo(new Lif(20, 5, 1, 0, 0, 2, 0));
    }

    @Test
    void neuronsMayStandInAnyOrder() throws IOException {
        files.put("neurons.csv", """
                population,y,x,id,vThreshold,tauMem
                output,0.5,2,20,,
                hidden,0,1,10,,
                input,0,0,1,,
                hidden,1,1,11,1.5,25
                input,1,0,2,,
                """);

        RandomNetworks.assertSame(read(), expected);
    }

    @Test
    void synapsesMayStandInAnyOrder() throws IOException {
        files.put("synapses.csv", """
                weight,delayOffset,source,target,delay
                1,,10,20,0
                4,,1,10,
                -0.5,,10,11,
                1.5,0,1,11,
                -1,,11,20,1.5
                4.5,.25,2,11,
                """);

        RandomNetworks.assertSame(read(), expected);
    }

    @Test
    void synapsesWithBothKindsOfDelayMakeTwoProjections() throws IOException {
        String json = files.get("network.json");
        files.put("network.json", json.substring(0, json.indexOf(",\n  \"projections\"")) + "}");
        files.put("synapses.csv", """
                source,target,weight,delay
                1,10,1,
                1,10,2,7
                1,10,3,
                """);

        Network network = read();

        assertThat(network.projections()).extracting(Projection::spatial).containsExactly(true, false);
        assertThat(network.parameters().weight()).containsExactly(1, 3, 2);
        assertThat(network.parameters().delay()).containsExactly(0, 0, 7);
    }

    @Test
    void aNetworkNeedsNoSynapses() throws IOException {
        String json = files.get("network.json");
        files.put("network.json", json.substring(0, json.indexOf(",\n  \"projections\"")) + "}");
        files.put("synapses.csv", "source,target,weight\n");

        assertThat(read().synapseCount()).isZero();
    }

    @Test
    void blanksQuotesEmptyLinesByteOrderMarksAndForeignLineBreaksDoNotMatter() throws IOException {
        files.put(
                "neurons.csv",
                "\uFEFF"
                        + files.get("neurons.csv")
                                .replace(",", " ,\t")
                                .replace("hidden", "\"hidden\"")
                                .replace(" ,\t\"hidden\" ", ",\"hidden\"")
                                .replace("\n", "\r\n\r\n"));
        files.put("network.json", "\uFEFF" + files.get("network.json"));
        files.put("synapses.csv", files.get("synapses.csv").replace("\n", "\r"));

        RandomNetworks.assertSame(read(), expected);
    }

    @Test
    void tablesMayBeCompressed() throws IOException {
        SmallNetwork.write(folder, files);
        for (String name : new String[] {"neurons.csv", "synapses.csv"}) {
            AtomicFiles.write(folder.resolve(name + ".gz"), out -> out.write(files.get(name)));
            Files.delete(folder.resolve(name));
        }

        RandomNetworks.assertSame(NetworkFolder.read(folder).network(), expected);
        assertThat(Files.readAllBytes(folder.resolve("neurons.csv.gz"))).startsWith(0x1f, 0x8b);
    }

    @Test
    void fourDimensionsAndMoreHaveNumberedAxes() throws IOException {
        files.put("network.json", files.get("network.json").replace("\"dimensions\" : 2", "\"dimensions\" : 4"));
        files.put("neurons.csv", """
                id,population,x0,x1,x2,x3
                1,input,0,0,0,0
                2,input,0,0,0,1
                10,hidden,0,0,1,0
                11,hidden,0,1,0,0
                20,output,1,2,3,4
                """);

        assertThat(read().parameters().position()).endsWith(1, 2, 3, 4);
    }

    @Test
    void spikeTimesMayBeNamedWithTheirUnitAndEqual() throws IOException {
        Path spikes = Files.writeString(folder.resolve("spikes.csv"), "time_ms,neuron\n1,2\n1,1\n10,1\n");

        SpikeTrains trains = SpikesCsv.read(spikes, SmallNetwork.read(), 10);

        assertThat(trains.size()).isEqualTo(3);
        assertThat(trains.neuron(0)).isZero();
        assertThat(trains.time(2)).isEqualTo(10);
    }
}
