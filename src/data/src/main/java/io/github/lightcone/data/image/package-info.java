/**
 * Images, and the spikes that stand for them.
 *
 * <pre>
 *     IdxReader      one file of bytes with up to three dimensions
 *     MnistImages    images and labels of one part of MNIST, Fashion-MNIST or a set in their format
 *     PixelLatency   a bright pixel spikes early
 * </pre>
 */
package io.github.lightcone.data.image;
