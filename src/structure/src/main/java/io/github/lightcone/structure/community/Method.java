package io.github.lightcone.structure.community;

/** How communities are found. */
public enum Method {

    /**
     * Local moving, refinement and aggregation (Traag, Waltman and van Eck, Scientific Reports 9, 2019, 5233).
     */
    LEIDEN,

    /** Local moving and aggregation (Blondel et al., Journal of Statistical Mechanics, 2008, P10008). */
    LOUVAIN
}
