package io.github.lightcone.cli.gradient;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.lightcone.cli.gradient.Comparison.Verdict;
import io.github.lightcone.formats.NetworkFolder;
import io.github.lightcone.network.Network;
import io.github.lightcone.neuron.Lif;
import io.github.lightcone.space.Positions;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class ConclusionTest {

    private static final NetworkFolder FOLDER = NetworkFolder.of(Network.inDimensions(1)
            .population("cell", Lif.of(20, 5), Positions.of(1, 0.0))
            .build());

    private static Comparison agrees(double gradient) {
        return new Comparison(ParameterKind.BIAS, 0, gradient, gradient, 0, Verdict.AGREES);
    }

    private static Comparison kink() {
        return new Comparison(ParameterKind.V_RESET, 0, 0.5, Double.NaN, Double.NaN, Verdict.KINK);
    }

    private static Conclusion of(List<Comparison> comparisons) {
        return Conclusion.of(comparisons, 1e-6);
    }

    @Test
    void agreementOfGradientsPasses() {
        Conclusion conclusion = of(List.of(agrees(1), agrees(0)));
        assertThat(conclusion.passed()).isTrue();
        assertThat(conclusion.describe(FOLDER))
                .isEqualToNormalizingNewlines("All 2 gradients that were compared agree within 1.0E-6.\n");
    }

    @Test
    void agreementOfZerosAloneIsNoAgreement() {
        assertThat(of(List.of(agrees(0), agrees(0))).passed()).isFalse();

        Conclusion conclusion = of(List.of(agrees(0), kink(), kink()));
        assertThat(conclusion.passed()).isFalse();
        assertThat(conclusion.describe(FOLDER)).isEqualToNormalizingNewlines("""
                        Too little was compared to tell: of 2 sampled parameters with a gradient, 0.
                        Not checked, for want of a finite difference: vReset.
                        """);
    }

    @Test
    void oneInTwentyIsTooLittleAndOneInTenIsNot() {
        List<Comparison> twenty = new ArrayList<>(Collections.nCopies(19, kink()));
        twenty.add(agrees(1));
        assertThat(of(twenty).passed()).isFalse();
        assertThat(of(twenty.subList(10, 20)).passed()).isTrue();
    }

    @Test
    void oneThatDisagreesFailsAndIsNamed() {
        Conclusion conclusion =
                of(List.of(agrees(1), new Comparison(ParameterKind.BIAS, 0, 1, 2, 0.5, Verdict.DISAGREES)));
        assertThat(conclusion.passed()).isFalse();
        assertThat(conclusion.describe(FOLDER)).contains("1 of 2", "bias of neuron 0 (cell): adjoint 1.0, finite");
    }
}
