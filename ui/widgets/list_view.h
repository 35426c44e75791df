// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#pragma once

#include "ui/theme/roles.h"

#include <QListView>

namespace thimblely::ui {

/*!
 * A list as the panes show it: no frame, no horizontal bar, rows of one height, hover, Enter and a click activate.
 * It stands on `base`, as its delegate must (ListRowDelegate::setBase).
 */
class ListView : public QListView {
    Q_OBJECT
public:
    explicit ListView(const QString &accessibleName, Role base = Role::Window, QWidget *parent = nullptr);

private:
    void restyle();

    Role m_base;
};

} // namespace thimblely::ui
