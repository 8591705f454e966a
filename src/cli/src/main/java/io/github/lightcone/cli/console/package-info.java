/** Whether somebody is watching. */
package io.github.lightcone.cli.console;
