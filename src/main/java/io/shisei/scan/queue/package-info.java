/** What becomes of scans: admitted, planned, taken up again, ended. */
@NullMarked
package io.shisei.scan.queue;

import org.jspecify.annotations.NullMarked;
