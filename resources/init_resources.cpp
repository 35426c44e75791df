// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "resources/init_resources.h"

#include <QDir>

// Q_INIT_RESOURCE declares a function of the global namespace.
static void registerResources()
{
    Q_INIT_RESOURCE(thimblely_fonts);
    Q_INIT_RESOURCE(thimblely_icons);
}

void thimblely::initResources()
{
    registerResources();
}
