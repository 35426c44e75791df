// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#pragma once

#include "core/changes/change_set.h"
#include "core/clients/client.h"
#include "core/measurements/measurement_set.h"
#include "core/orders/measured_pieces.h"
#include "ui/desk/page.h"
#include "ui/measurements/reason_box.h"
#include "ui/measurements/visit_doubts.h"

#include <QJsonObject>
#include <QPointer>
#include <QTimer>

#include <optional>
#include <vector>

class QStackedLayout;

namespace thimblely::ui {

class Desk;
class GroupView;
class MeasuringPage;
class ReadAloud;
class TemplatesView;

/*!
 * Measuring one person for one garment: fills the measuring page from the file, asks about values that are likely
 * slips, keeps what is typed on this computer at once, and saves it as a new version. Goes back where it came from.
 */
class MeasuringScreen : public Page {
    Q_OBJECT
public:
    explicit MeasuringScreen(Desk &desk, QWidget *parent = nullptr);

    //! Without a garment: the one measured last, or else the first template.
    void measure(ClientId client, std::optional<TemplateId> garment);
    MeasuringPage *page() { return m_page; }

    QString title() const override { return tr("Measuring"); }
    void arrive() override;
    bool stepBack() override;
    bool handle(ActionId action) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void connectPage();
    Result<void> load(ClientId client, std::optional<TemplateId> garment);
    void showVisit();
    void showLastVisit();
    void showKept();
    void restoreDraft();
    void keepDraft();
    void takeTyping(const QString &code, BodySide side, const QString &text);
    void takeValue(const MeasuredValue &value);
    void raise(const Doubt &doubt, const QString &typed);
    void settle();
    void takeLikely();
    void giveAway(const Doubt &doubt, const MeasuredValue &typed);
    void keepTyped();
    void showUsual(const QString &code);
    bool holdsForADoubt();
    void chooseTemplate(const QString &key);
    void save();
    QString subject() const;
    QString timeText(Instant at) const;
    const MeasureField *field(const QString &code) const;
    const MeasurementSet *superseded(SetKind kind) const;
    bool holdsForWhatIsNeeded();
    std::optional<MeasurementDraft> draftOf(MeasurementKind measured) const;
    std::optional<MeasurementDraft> fitDraft() const;
    std::vector<MeasurementDraft> drafts() const;
    QStringList changedCodes(const MeasurementDraft &draft) const;
    QString touchedWords(const std::vector<orders::MeasuredPiece> &pieces) const;
    Result<std::vector<orders::MeasuredPiece>> piecesTouched() const;
    bool asksForTheReason();
    void dropReason();
    void write(std::optional<ChangeReason> reason);
    void installMissing();
    void writeOrder();
    void takeOrder(const QStringList &codes);
    void showTemplates();
    void fillMenu();
    void editTemplates();
    void measureGroup();
    void print();
    void exportToSeamly();
    void backToPage();
    void leaveTemplates(std::optional<TemplateId> garment);
    void setInchParts(int parts);
    void readField(const QString &code);
    void readAloud(bool on);
    void takeChanges(const changes::ChangeSet &changes);

    static constexpr char draftScreen[] = "measuring";

    Desk &m_desk;
    MeasuringPage *m_page;
    QStackedLayout *m_views;
    ReadAloud *m_readAloud;
    TemplatesView *m_templatesView = nullptr; //!< made when first asked for
    GroupView *m_groupView = nullptr;         //!< made when first asked for
    int m_inchParts;
    std::optional<Client> m_client;
    std::optional<MeasurementTemplate> m_garment;
    std::vector<MeasurementTemplate> m_templates;
    std::vector<MeasurementSet> m_sets;
    std::vector<MeasureField> m_atStart; //!< the fields before anything was typed
    QString m_posture;
    VisitDoubts m_doubts;
    std::optional<Doubt> m_doubt; //!< waits for an answer
    QPointer<ReasonBox> m_reason; //!< the notice, while it asks
    QJsonObject m_typing;         //!< text in the field that was not read yet
    QJsonObject m_typingFit;      //!< the same of its fit, which is read when it is left
    QStringList m_saidMissing;    //!< needed fields that a person was told are empty
    QStringList m_order;          //!< the fields' codes, where the order is still to be written
    QTimer m_orderTimer;
    bool m_loading = false;
    bool m_saving = false;
};

} // namespace thimblely::ui
