/** A unit of a scan: one region is read, judged and committed, service by service. */
@NullMarked
package io.shisei.scan.unit;

import org.jspecify.annotations.NullMarked;
