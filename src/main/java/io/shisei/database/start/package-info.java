/** How the service comes up with a database, waits for one, or says why it cannot. */
@NullMarked
package io.shisei.database.start;

import org.jspecify.annotations.NullMarked;
