package io.github.lightcone.cli.study;

import io.github.lightcone.cli.train.Condition;
import io.github.lightcone.cli.train.SweepRun;
import io.github.lightcone.experiment.ExperimentFile;
import io.github.lightcone.experiment.StudyPart;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The runs of a part of a study.
 *
 * @param part what it is
 * @param data where its data are; empty where they are generated
 * @param conditions what is trained
 * @param runs all runs, by seed and condition, in {@code FOLDER/CONDITION/seed-N}
 */
record PartRuns(StudyPart part, Optional<Path> data, List<Condition> conditions, List<SweepRun> runs) {

    /**
     * Prepares a part. Every condition is prepared once, so that what is wrong is said before work starts.
     *
     * @param data where its data are
     * @param seeds all seeds
     * @param folder of the part
     */
    static PartRuns of(StudyPart part, Optional<Path> data, List<Long> seeds, Path folder) throws IOException {
        ExperimentFile base = ExperimentFile.find(part.experiment());
        for (Map.Entry<String, String> change : part.set().entrySet()) {
            base = base.with(change.getKey(), change.getValue());
        }
        List<Condition> conditions =
                Condition.all(base.withDataAt(data), part.variants(), new LinkedHashMap<>(part.vary()));
        List<SweepRun> runs = new ArrayList<>();
        for (Condition condition : conditions) {
            SweepRun.check(condition.seeded(seeds.get(0)), data);
        }
        for (long seed : seeds) {
            for (Condition condition : conditions) {
                runs.add(new SweepRun(condition, seed, folder.resolve(condition.folder(seed)), data));
            }
        }
        return new PartRuns(part, data, conditions, runs);
    }
}
