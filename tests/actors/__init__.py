"""Tests of the offline actor."""
