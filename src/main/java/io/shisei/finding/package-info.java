/** What the controls say of the resources: current findings, their lifecycle, and every change of them. */
@NullMarked
package io.shisei.finding;

import org.jspecify.annotations.NullMarked;
