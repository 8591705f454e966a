package io.github.lightcone.hardware.place;

import io.github.lightcone.network.Network;
import io.github.lightcone.network.Parameters;
import io.github.lightcone.space.ConductionDelay;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/**
 * What goes between tiles.
 *
 * @param wireLength sum of the lengths of all synapses by positions, mm
 * @param tileLength sum of the steps between tiles over all synapses
 * @param crossings synapses whose ends are on different tiles
 * @param packets spikes that went to another tile, once per tile
 * @param hops links that these passed
 * @param links number of links of the grid, two per neighbouring pair
 * @param busiest packets on the link with the most
 * @param loads links that packets passed, by tile
 */
public record Traffic(
        double wireLength,
        long tileLength,
        long crossings,
        long packets,
        long hops,
        int links,
        long busiest,
        List<Load> loads) {

    private static final int DIRECTIONS = 4;
    private static final int EAST = 0;
    private static final int WEST = 1;
    private static final int SOUTH = 2;
    private static final int NORTH = 3;

    /**
     * What passed a link.
     *
     * @param from tile at its beginning
     * @param to neighbouring tile at its end
     * @param packets that passed it, at least 1
     */
    public record Load(int from, int to, long packets) {}

    /** Copies the list. */
    public Traffic {
        loads = List.copyOf(loads);
    }

    /**
     * Routes the spikes of each neuron. O(synapses + packets' distances, once per neuron and tile).
     *
     * @param spikes number of spikes of each neuron
     */
    public static Traffic of(Network network, Placement placement, long[] spikes) {
        Parameters parameters = network.parameters();
        double wire = 0;
        long length = 0;
        long crossings = 0;
        BitSet[] tiles = new BitSet[network.neuronCount()];
        for (int s = 0; s < network.synapseCount(); s++) {
            int from = network.source(s);
            int to = network.target(s);
            wire += ConductionDelay.distance(parameters.position(), network.dimensions(), from, to);
            length += placement.distance(from, to);
            if (placement.tile()[from] != placement.tile()[to]) {
                crossings++;
                if (tiles[from] == null) {
                    tiles[from] = new BitSet();
                }
                tiles[from].set(placement.tile()[to]);
            }
        }
        long[] load = new long[placement.columns() * placement.rows() * DIRECTIONS];
        long packets = 0;
        for (int n = 0; n < tiles.length; n++) {
            if (tiles[n] != null && spikes[n] > 0) {
                packets += spikes[n] * tiles[n].cardinality();
                for (int tile = tiles[n].nextSetBit(0); tile >= 0; tile = tiles[n].nextSetBit(tile + 1)) {
                    route(placement, n, tile, spikes[n], load);
                }
            }
        }
        long hops = 0;
        long busiest = 0;
        int columns = placement.columns();
        int rows = placement.rows();
        int[] beyond = {1, -1, columns, -columns};
        List<Load> loads = new ArrayList<>();
        for (int link = 0; link < load.length; link++) {
            hops += load[link];
            busiest = Math.max(busiest, load[link]);
            if (load[link] > 0) {
                int tile = link / DIRECTIONS;
                loads.add(new Load(tile, tile + beyond[link % DIRECTIONS], load[link]));
            }
        }
        int links = 2 * ((columns - 1) * rows + columns * (rows - 1));
        return new Traffic(wire, length, crossings, packets, hops, links, busiest, loads);
    }

    /** Adds packets to the links from a neuron to a tile: along the row, then along the column. */
    private static void route(Placement placement, int neuron, int tile, long packets, long[] load) {
        int columns = placement.columns();
        int column = placement.column(neuron);
        int row = placement.row(neuron);
        int toColumn = tile % columns;
        int toRow = tile / columns;
        while (column != toColumn) {
            boolean east = toColumn > column;
            load[(row * columns + column) * DIRECTIONS + (east ? EAST : WEST)] += packets;
            column += east ? 1 : -1;
        }
        while (row != toRow) {
            boolean south = toRow > row;
            load[(row * columns + column) * DIRECTIONS + (south ? SOUTH : NORTH)] += packets;
            row += south ? 1 : -1;
        }
    }
}
