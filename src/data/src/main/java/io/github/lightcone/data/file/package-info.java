/** What readers of files have in common: finding a file, opening it, and saying why it cannot be read. */
package io.github.lightcone.data.file;
