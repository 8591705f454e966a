package io.github.lightcone.report.figure;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.w3c.dom.Document;

class SvgCanvasTest {

    @ParameterizedTest
    @CsvSource({"0, 0", "-0.001, 0", "1.5, 1.5", "1.504, 1.5", "1.005001, 1.01", "-3.07, -3.07", "12, 12", "-0.4, -0.4"
    })
    void numbersHaveAtMostTwoDecimals(double value, String text) {
        assertThat(SvgCanvas.number(value)).isEqualTo(text);
    }

    /** Any text comes back from an XML parser as it went in; control characters are replaced. */
    @Test
    void anyTextIsText() throws Exception {
        String text = "<script>alert('1')</script> & \"x\" ]]> \u00e9\uD83D\uDE00";
        SvgCanvas canvas = new SvgCanvas(100, 100, 7, Palette.LIGHT);
        canvas.text(1, 2, SvgCanvas.Anchor.START, "#000", 7, text + "\u0000\u001b");
        String svg = canvas.toFile(text, text);
        Document document = DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new ByteArrayInputStream(svg.getBytes(StandardCharsets.UTF_8)));
        assertThat(document.getElementsByTagName("title").item(0).getTextContent())
                .isEqualTo(text);
        assertThat(document.getElementsByTagName("text").item(0).getTextContent())
                .isEqualTo(text + "\uFFFD\uFFFD");
        assertThat(document.getElementsByTagName("script").getLength()).isZero();
    }

    @Test
    void aPolylineBreaksWhereThereIsNoNumber() {
        assertThat(SvgCanvas.polyline(new double[] {0, 1, 2, 3}, new double[] {5, Double.NaN, 6, 7}))
                .isEqualTo("M0 5M2 6L3 7");
    }
}
