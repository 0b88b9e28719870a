package io.amends.guilty.core;

import com.tngtech.archunit.lang.ArchRule;

/** Breaks the rule of the plain core on purpose: ArchUnit stands for a framework. */
record KnowsFramework(ArchRule rule) {}
