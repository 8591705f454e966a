package io.github.lightcone.report.page;

import io.github.lightcone.report.figure.Palette;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** What is around the sections of a page. */
final class PageShell {

    /** The one request a page may make is of scripts it holds itself. */
    private static final String POLICY =
            "default-src 'none'; script-src 'unsafe-inline' blob:; style-src 'unsafe-inline'; img-src data: blob:";

    private PageShell() {}

    /**
     * Returns a page.
     *
     * @param title of the window; any text
     * @param body elements
     * @param data JSON for the script, empty for a page without
     */
    static String page(String title, String body, String data) {
        StringBuilder page =
                new StringBuilder("<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n");
        page.append("<meta http-equiv=\"Content-Security-Policy\" content=\"")
                .append(POLICY)
                .append("\">\n");
        page.append("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n");
        page.append("<meta name=\"color-scheme\" content=\"light dark\">\n");
        page.append("<link rel=\"icon\" href=\"data:,\">\n");
        page.append("<title>").append(Html.text(title)).append("</title>\n<style>\n");
        page.append(":root{").append(Palette.LIGHT.toCss()).append("}\n");
        page.append("@media screen and (prefers-color-scheme: dark){:root:not([data-theme=light]){")
                .append(Palette.DARK.toCss())
                .append("}}\n");
        page.append("@media screen{:root[data-theme=dark]{")
                .append(Palette.DARK.toCss())
                .append("}}\n");
        page.append(resource("page.css")).append("</style>\n</head>\n<body>\n").append(body);
        if (!data.isEmpty()) {
            page.append("<script type=\"application/json\" id=\"data\">")
                    .append(data)
                    .append("</script>\n");
            page.append("<!-- three.js, embedded below\n\n")
                    .append(resource("three/LICENSE").replace("--", "- -"))
                    .append("-->\n");
            embed(page, "three-core", "three/three.core.min.js");
            embed(page, "three-module", "three/three.module.min.js");
            embed(page, "three-controls", "three/OrbitControls.js");
        }
        page.append("<script>\n").append(Html.script(resource("page.js"))).append("</script>\n</body>\n</html>\n");
        return page.toString();
    }

    private static void embed(StringBuilder page, String id, String name) {
        page.append("<script type=\"text/plain\" id=\"").append(id).append("\">");
        page.append(Html.script(resource(name))).append("</script>\n");
    }

    private static String resource(String name) {
        try (InputStream in = PageShell.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException("the resource " + name + " of the report is missing from the jar");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
