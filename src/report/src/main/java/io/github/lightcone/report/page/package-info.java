/**
 * The report: one HTML file that opens without a network.
 *
 * <pre>
 *     ReportPage       one run, section by section
 *         Overview, TrustSection, ChipSection, SettingsSection, MeasureTable, Controls     parts of it
 *     ComparisonPage   several runs side by side
 *     PageShell        head, style, scripts, policy that no request leaves the page
 *     PageData         what the page's script draws from, as JSON
 *     Html             text with what means something in HTML replaced
 *     page.css, page.js    style and behaviour; three.js draws the space
 * </pre>
 *
 * <p>Whatever comes from data - names of populations, classes, files - goes into the page escaped: text through {@link
 * io.github.lightcone.report.page.Html#text}, data as JSON in which no {@code <} is left, which the script writes with
 * {@code textContent} only.
 */
package io.github.lightcone.report.page;
