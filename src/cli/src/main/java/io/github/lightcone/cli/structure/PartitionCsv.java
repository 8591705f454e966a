package io.github.lightcone.cli.structure;

import io.github.lightcone.formats.AtomicFiles.TextAction;
import io.github.lightcone.formats.CsvTableWriter;
import io.github.lightcone.structure.analysis.StructureReport;
import io.github.lightcone.structure.community.Partition;

/** Communities as a table: a row per node. */
final class PartitionCsv {

    private PartitionCsv() {}

    /** Returns the table; the population is empty where there are none, participation where weights are negative. */
    static TextAction text(StructureReport report, GraphSource source) {
        Partition partition = report.communities().orElseThrow().partition();
        return out -> {
            CsvTableWriter table = new CsvTableWriter(out, "node", "name", "population", "community", "participation");
            for (int n = 0; n < partition.nodeCount(); n++) {
                table.cell(n)
                        .cell(report.graph().names().get(n))
                        .cell(source.population(n))
                        .cell(partition.community(n));
                if (report.roles().isPresent()) {
                    table.cell(report.roles().get().participation(n));
                } else {
                    table.blank();
                }
                table.endRow();
            }
        };
    }
}
