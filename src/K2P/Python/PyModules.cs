namespace K2P.Python;

/// <summary>The names that templates may use without saying where they come from.</summary>
internal static class PyModules
{
    private static readonly Dictionary<string, PyImport> ByName = Build();

    /// <summary>What a name that templates use stands for.</summary>
    public static PyImport? Find(string name) => ByName.GetValueOrDefault(name);

    /// <summary>The module belongs to Python itself.</summary>
    public static bool IsStandard(string root) =>
        root
            is "argparse"
                or "ast"
                or "base64"
                or "bisect"
                or "calendar"
                or "codecs"
                or "collections"
                or "configparser"
                or "contextlib"
                or "copy"
                or "csv"
                or "dataclasses"
                or "datetime"
                or "decimal"
                or "difflib"
                or "email"
                or "enum"
                or "fnmatch"
                or "fractions"
                or "functools"
                or "getpass"
                or "glob"
                or "gzip"
                or "hashlib"
                or "heapq"
                or "html"
                or "importlib"
                or "inspect"
                or "io"
                or "itertools"
                or "json"
                or "locale"
                or "logging"
                or "math"
                or "mimetypes"
                or "numbers"
                or "operator"
                or "os"
                or "pathlib"
                or "pickle"
                or "platform"
                or "random"
                or "re"
                or "secrets"
                or "shutil"
                or "smtplib"
                or "socket"
                or "sqlite3"
                or "statistics"
                or "string"
                or "struct"
                or "subprocess"
                or "sys"
                or "tarfile"
                or "tempfile"
                or "textwrap"
                or "threading"
                or "time"
                or "traceback"
                or "types"
                or "typing"
                or "unicodedata"
                or "urllib"
                or "uuid"
                or "warnings"
                or "weakref"
                or "xml"
                or "zipfile"
                or "zlib"
                or "zoneinfo";

    /// <summary>What pip installs for a module that is not of the standard library: <c>sklearn</c> is <c>scikit-learn</c>.</summary>
    public static string? Requirement(string module) =>
        module.Split('.')[0] switch
        {
            var root when IsStandard(root) => null,
            "pandas" => "pandas>=1.5",
            "sklearn" => "scikit-learn",
            "PIL" => "Pillow",
            "bs4" => "beautifulsoup4",
            "dateutil" => "python-dateutil",
            var root => root,
        };

    private static Dictionary<string, PyImport> Build()
    {
        var imports = new Dictionary<string, PyImport>(StringComparer.Ordinal);
        foreach (var line in Table)
        {
            foreach (var import in PyImportLine.Read(line))
            {
                imports.Add(import.Binds, import);
            }
        }
        return imports;
    }

    private static string[] Table =>
        [
            "import argparse",
            "import ast",
            "import base64",
            "import bisect",
            "import calendar",
            "import collections",
            "import copy",
            "import csv",
            "import datetime as dt",
            "import decimal",
            "import difflib",
            "import fnmatch",
            "import functools",
            "import hashlib",
            "import io",
            "import itertools",
            "import json",
            "import math",
            "import operator",
            "import os",
            "import pickle",
            "import random",
            "import re",
            "import shutil",
            "import sqlite3",
            "import statistics",
            "import struct",
            "import sys",
            "import tempfile",
            "import textwrap",
            "import time",
            "import unicodedata",
            "import uuid",
            "import warnings",
            "import zipfile",
            "from collections import Counter, defaultdict, deque",
            "from decimal import Decimal",
            "from fractions import Fraction",
            "from functools import partial, reduce",
            "from pathlib import Path, PurePosixPath, PureWindowsPath",
            "from typing import Any, Callable, Iterable, Iterator, Optional, Sequence, Union",
            "from xml.etree import ElementTree",
            "from zoneinfo import ZoneInfo",
            "import matplotlib.pyplot as plt",
            "import networkx as nx",
            "import numpy as np",
            "import openpyxl",
            "import pandas as pd",
            "import requests",
            "import seaborn as sns",
            "import sqlalchemy",
            "import statsmodels.api as sm",
            "from scipy import stats",
            "from sklearn.cluster import AgglomerativeClustering, DBSCAN, KMeans",
            "from sklearn.decomposition import PCA",
            "from sklearn.ensemble import GradientBoostingClassifier, GradientBoostingRegressor",
            "from sklearn.ensemble import RandomForestClassifier, RandomForestRegressor",
            "from sklearn.linear_model import LinearRegression, LogisticRegression",
            "from sklearn.model_selection import train_test_split",
            "from sklearn.naive_bayes import GaussianNB",
            "from sklearn.neighbors import KNeighborsClassifier, KNeighborsRegressor",
            "from sklearn.neural_network import MLPClassifier, MLPRegressor",
            "from sklearn.svm import SVC",
            "from sklearn.tree import DecisionTreeClassifier, DecisionTreeRegressor",
        ];
}
