package io.shisei.aws.kind;

import io.shisei.inventory.Gap;
import java.util.List;

/** A list of which some members could not be read: what stands in it is certain, and that there is more. */
record Incomplete(List<?> members, Gap gap) {}
