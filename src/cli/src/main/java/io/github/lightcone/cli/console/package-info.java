/** What is shown while somebody is watching. */
package io.github.lightcone.cli.console;
