// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#pragma once

#include "core/clients/client.h"
#include "core/measurements/measurement_set.h"

#include <QWidget>

#include <optional>
#include <vector>

namespace thimblely::ui {

class Button;
class Desk;
class Label;
class MeasuresTable;
class SectionHead;

//! The card's section of measures: the newest of each, or one chosen set, beside the values before.
class ClientMeasures : public QWidget {
    Q_OBJECT
public:
    explicit ClientMeasures(Desk &desk, QWidget *parent = nullptr);

    //! Reads the client's sets; another client starts with the newest values again.
    void showClient(const Client &client);

private:
    void print();
    void showValues();
    void chooseSet();
    QString setText(const MeasurementSet &set, const std::vector<MeasurementTemplate> &templates) const;
    QString garmentOf(const MeasurementSet &set, const std::vector<MeasurementTemplate> &templates) const;

    Desk &m_desk;
    std::optional<ClientId> m_client;
    std::vector<MeasurementSet> m_sets;
    std::optional<MeasurementSetId> m_set; //!< none: the newest of each
    SectionHead *m_head;
    QString m_name;
    QString m_number;
    QString m_fitNotes;
    Button *m_print;
    Button *m_whichSet;
    MeasuresTable *m_table;
    Label *m_none;
};

} // namespace thimblely::ui
