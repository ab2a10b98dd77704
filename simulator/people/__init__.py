"""Who is asking, and what they may do: people, owners of talks, the three modes of access."""
