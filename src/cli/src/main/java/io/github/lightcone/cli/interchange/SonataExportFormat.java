package io.github.lightcone.cli.interchange;

import io.github.lightcone.formats.AtomicFiles;
import io.github.lightcone.formats.NetworkFolder;
import io.github.lightcone.formats.sonata.SonataNetwork;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** SONATA circuits, written: a folder with a configuration and the files that it names. */
final class SonataExportFormat implements ExportFormat {

    @Override
    public String ending() {
        return SonataNetwork.CONFIGURATION;
    }

    @Override
    public String optionGiven() {
        return null;
    }

    @Override
    public void requirePlace(Path file, boolean force) throws IOException {
        if (!file.getFileName().toString().equals(ending())) {
            throw new IllegalArgumentException(file + ": a circuit must be called FOLDER/" + ending());
        }
        if (force && Files.exists(folder(file))) {
            throw new IllegalArgumentException(
                    folder(file) + ": exists already; --force writes over files, not over the folder of a circuit");
        }
        AtomicFiles.requireFolderPlace(folder(file));
    }

    @Override
    public List<String> write(NetworkFolder network, Path file) throws IOException {
        SonataNetwork.write(network.network(), folder(file));
        List<String> notes = new ArrayList<>(List.of("times in ms, x, y and z in micrometres"));
        if (!network.ids().areNumbers()) {
            notes.add("not carried: ids of neurons; SONATA numbers those of each population from 0");
        }
        return notes;
    }

    private static Path folder(Path file) {
        Path folder = file.getParent();
        if (folder == null) {
            throw new IllegalArgumentException(file + ": a circuit needs a folder of its own, as in FOLDER/" + file);
        }
        return folder;
    }
}
