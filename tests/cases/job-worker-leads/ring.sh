#!/bin/sh
echo "$OMPI_COMM_WORLD_RANK"
