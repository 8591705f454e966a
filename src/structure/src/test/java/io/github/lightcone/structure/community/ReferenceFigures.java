package io.github.lightcone.structure.community;

import io.github.lightcone.structure.graph.Graph;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** The file that {@code src/test/python/make_community_fixtures.py} writes, graph by graph. */
final class ReferenceFigures {

    /** A graph, two partitions, and lines of figures split at blanks. */
    record Case(String name, Graph graph, Partition first, Partition second, List<String[]> figures) {

        @Override
        public String toString() {
            return name;
        }
    }

    private ReferenceFigures() {}

    static List<Case> read() throws IOException {
        List<Case> cases = new ArrayList<>();
        try (BufferedReader reader = new BufferedReader(new InputStreamReader(
                ReferenceFigures.class.getResourceAsStream("/community/reference.txt"), StandardCharsets.UTF_8))) {
            String[] head = null;
            Graph graph = null;
            Partition first = null;
            for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                String[] words = line.split(" ");
                switch (words[0]) {
                    case "graph" -> head = words;
                    case "edges" -> graph = graph(head, words);
                    case "first" -> first = partition(words);
                    case "second" -> cases.add(new Case(head[1], graph, first, partition(words), new ArrayList<>()));
                    default -> cases.get(cases.size() - 1).figures().add(words);
                }
            }
        }
        return cases;
    }

    private static Graph graph(String[] head, String[] words) {
        int edges = words.length / 3;
        int[] from = new int[edges];
        int[] to = new int[edges];
        double[] weight = new double[edges];
        for (int k = 0; k < edges; k++) {
            from[k] = Integer.parseInt(words[1 + 3 * k]);
            to[k] = Integer.parseInt(words[2 + 3 * k]);
            weight[k] = Double.parseDouble(words[3 + 3 * k]);
        }
        int nodes = Integer.parseInt(head[3]);
        return head[2].equals("1")
                ? Graph.directed(nodes, from, to, weight)
                : Graph.undirected(nodes, from, to, weight);
    }

    private static Partition partition(String[] words) {
        return Partition.of(
                Arrays.stream(words).skip(1).mapToInt(Integer::parseInt).toArray());
    }

    static double[] numbers(String[] words, int skipped) {
        return Arrays.stream(words)
                .skip(skipped)
                .mapToDouble(Double::parseDouble)
                .toArray();
    }
}
