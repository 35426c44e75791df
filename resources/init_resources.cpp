// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "resources/init_resources.h"

#include <QCoreApplication>
#include <QDir>
#include <QTranslator>

// Q_INIT_RESOURCE declares a function of the global namespace.
static void registerResources()
{
    Q_INIT_RESOURCE(thimblely_fonts);
    Q_INIT_RESOURCE(thimblely_icons);
    Q_INIT_RESOURCE(thimblely_texts);
}

void thimblely::initResources()
{
    registerResources();
}

void thimblely::installTexts()
{
    initResources();
    auto *english = new QTranslator(qApp);
    if (english->load(QStringLiteral(":/i18n/thimblely_en.qm")))
        QCoreApplication::installTranslator(english);
}
