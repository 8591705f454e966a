package io.github.lightcone.cli;

import io.github.lightcone.formats.AtomicFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/** A network of two sources, one spiking neuron and one readout. */
final class SmallNetwork {

    private SmallNetwork() {}

    /** Returns its files by name, with spikes for it. */
    static Map<String, String> files() {
        Map<String, String> files = new LinkedHashMap<>();
        files.put("network.json", """
                {
                  "format": "lightcone-network", "version": 1,
                  "units": {"time": "ms", "length": "mm"},
                  "dimensions": 2, "conductionSpeed": 0.5,
                  "populations": [
                    {"name": "input", "model": "spike_source"},
                    {"name": "cell", "model": "lif", "parameters": {"tauMem": 20, "tauSyn": 5}},
                    {"name": "readout", "model": "leaky_integrator", "parameters": {"tauMem": 20, "tauSyn": 5}}
                  ]
                }
                """);
        files.put("neurons.csv", """
                id,population,x,y
                100,input,0,0
                200,input,0,1
                300,cell,1,0.5
                400,readout,2,0.5
                """);
        files.put("synapses.csv", """
                source,target,weight,delay
                100,300,8,
                200,300,4,
                300,400,1,1.5
                """);
        files.put("spikes.csv", """
                neuron,time
                100,1
                200,1.5
                100,12
                """);
        return files;
    }

    /** Writes the files into a new folder. */
    static Path write(Path folder, Map<String, String> files) throws IOException {
        Files.createDirectories(folder);
        for (Map.Entry<String, String> file : files.entrySet()) {
            AtomicFiles.write(folder.resolve(file.getKey()), out -> out.write(file.getValue()));
        }
        return folder;
    }
}
