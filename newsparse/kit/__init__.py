"""The toolbox that readers and writers share; stable for plug-ins."""
