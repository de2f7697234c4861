package io.shisei.security.user;

/** A password that was made up for somebody, which nobody can ask for again. */
public record GivenPassword(Person person, String password) {}
