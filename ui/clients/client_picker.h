// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#pragma once

#include "core/base/id.h"
#include "ui/widgets/field_edit.h"

#include <optional>

class QCompleter;

namespace thimblely::ui {

class ClientMatches;
class Desk;

//! A field that names a client who is there already: found while typed, Enter takes the first; emptied, it names none.
class ClientPicker : public FieldEdit {
    Q_OBJECT
public:
    ClientPicker(const QString &label, Desk &desk, QWidget *parent = nullptr);

    void setClient(std::optional<ClientId> client, const QString &name);
    std::optional<ClientId> client() const { return m_client; }
    //! Typed, but nobody was chosen.
    bool isUnclear() const { return !m_client && !text().trimmed().isEmpty(); }

Q_SIGNALS:
    void picked();

private:
    void follow(const QString &typed);
    void take(int row);

    Desk &m_desk;
    std::optional<ClientId> m_client;
    ClientMatches *m_matches;
    QCompleter *m_completer;
};

} // namespace thimblely::ui
