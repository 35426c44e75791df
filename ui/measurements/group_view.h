// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#pragma once

#include "core/access/session.h"
#include "core/changes/write_door.h"
#include "core/clients/client.h"
#include "core/measurements/measurement_template.h"
#include "ui/measurements/group_model.h"

#include <QWidget>

class QPlainTextEdit;

namespace thimblely::ui {

class Button;
class Desk;
class FormDraft;
class GroupTable;
class Label;
class Segmented;

/*!
 * Several people measured for one garment: a class for its uniforms, groomsmen. The payer and those paid for are there
 * already; others are added by pasting their names, and whether the payer pays for them too is said beside them. All of it is one save, and what is typed is kept on this device.
 */
class GroupView : public QWidget {
    Q_OBJECT
public:
    explicit GroupView(Desk &desk, QWidget *parent = nullptr);

    //! Of whom `client` pays for, or is paid for with; they are read in the background.
    void start(const Client &client, const MeasurementTemplate &garment, LengthUnit unit, int inchParts);
    void arrive();
    void save();
    GroupModel *model() { return &m_model; }

Q_SIGNALS:
    //! Those who are known stand in the table.
    void loaded();
    void left();

private:
    void build();
    //! Somebody of the file, with what was measured of them.
    struct Known {
        ClientId id;
        ClientDraft fields;
        std::vector<MeasurementSet> sets;
    };
    struct KnownPeople {
        ClientId payer;
        QString payerName;
        std::vector<Known> people;
    };
    static Result<KnownPeople> read(access::Session &session, changes::WriteDoor &door, ClientId client);
    void showPeople(const KnownPeople &known);
    void addPerson(std::optional<ClientId> id, const ClientDraft &who, const std::vector<MeasurementSet> &sets);
    void addNames();
    bool anyNew() const;
    void offerPayer(const QString &name, bool chosen);
    void restore();
    void keep();
    void refresh();
    QString subject() const;

    static constexpr char draftScreen[] = "measuring_group";

    Desk &m_desk;
    GroupModel m_model;
    GroupTable *m_table;
    Label *m_title;
    Label *m_sentence;
    QPlainTextEdit *m_names;
    FormDraft *m_namesDraft; //!< pasted and not in the table yet
    Button *m_add;
    QWidget *m_newPeople;
    Segmented *m_whoPays; //!< for those who are new: each for themselves, or the payer of the table
    Button *m_back;
    Button *m_save;
    std::optional<ClientId> m_payer;
    std::optional<MeasurementTemplate> m_garment;
    LengthUnit m_unit = LengthUnit::Centimetre;
    std::shared_ptr<const Plausibility> m_figures = std::make_shared<Plausibility>();
    bool m_loading = false;
    bool m_notRead = false; //!< nobody in the table does not mean nobody
    bool m_saving = false;
};

} // namespace thimblely::ui
