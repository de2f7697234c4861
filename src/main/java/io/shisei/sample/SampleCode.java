package io.shisei.sample;

import io.shisei.refusal.Refusal;

/** Rules on the sample account. */
enum SampleCode implements Refusal.Code {
    /** A real account has its id; that is the obstacle. */
    SAMPLE_TAKEN,
    SAMPLE_LOADING
}
