// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#pragma once

#include "core/workspaces/shop_places.h"

#include <QWidget>

#include <optional>

class QCheckBox;
class QVBoxLayout;

namespace thimblely::ui {

class Desk;
class FieldEdit;
class Label;

//! Where the shop works, which of that is its main market, and whether what it offers may be offered beyond.
class PlacesSection : public QWidget {
    Q_OBJECT

public:
    PlacesSection(Desk &desk, QWidget *parent);

    //! As the file has it; where that cannot be read nothing is changed. It says so.
    void load();
    //! False where a field cannot be read, which has said so.
    bool read();
    //! What was read, where it differs from what stands in the file.
    std::optional<ShopPlaces> changed() const;
    void noteKept()
    {
        if (m_typed) // else it was read anew meanwhile
            m_stands = m_typed;
    }

private:
    QVBoxLayout *named(FieldEdit *field, Label *names);
    void showNames(FieldEdit *field, Label *names);
    RegionReading reading() const;

    Desk &m_desk;
    std::optional<ShopPlaces> m_stands; // none: it could not be read
    std::optional<ShopPlaces> m_typed;
    FieldEdit *m_regions;
    Label *m_regionNames;
    FieldEdit *m_market;
    Label *m_marketName;
    QCheckBox *m_beyond;
};

} // namespace thimblely::ui
