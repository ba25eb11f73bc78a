/** A registry of models that asks AIMS before a model goes live. */
@NullMarked
package com.example.registry;

import org.jspecify.annotations.NullMarked;
