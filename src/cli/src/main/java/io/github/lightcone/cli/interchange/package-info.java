/**
 * Networks in the files of other programs: the commands {@code export} and {@code import}.
 *
 * <pre>
 *     Export    RUN or NETWORK --&gt; an ExportFormat, found by the ending of the file --&gt; FILE
 *     Import    FILE --&gt; an ImportFormat --&gt; network folder
 * </pre>
 *
 * <p>A format is a group of options of its command that can write, or read, files of one ending: another one is a class
 * and a line in each command. What a file or a network cannot carry is printed, and an option of another format than
 * the file's is an error.
 */
package io.github.lightcone.cli.interchange;
