"""Rules over claims: rule files -> rules; claims x rules -> findings."""
