/** Options that several commands have in common. */
package io.github.lightcone.cli.options;
