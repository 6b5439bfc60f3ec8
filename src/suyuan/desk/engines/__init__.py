"""Engines: ways to carry out map, link and fold. An engine answers one question: how do I find the neighbours?"""
