"""A few calm pages in Chinese: what is loaded, an agency's tasks, a task's chain."""
