/** Sessions: one account in one region, with the connections, credentials and limits to read it. */
@NullMarked
package io.shisei.aws.source;

import org.jspecify.annotations.NullMarked;
