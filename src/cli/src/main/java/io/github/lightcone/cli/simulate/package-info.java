/** The {@code simulate} command. */
package io.github.lightcone.cli.simulate;
