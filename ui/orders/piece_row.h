// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#pragma once

#include "core/base/result.h"
#include "core/orders/order.h"
#include "core/orders/piece_measures.h"

#include <QList>
#include <QWidget>

class QBoxLayout;
class QLineEdit;
class QVBoxLayout;

namespace thimblely::ui {

class Button;
class ClothPanel;
class Desk;
class FactChip;
class FlowLayout;
class Label;
class MeasuresChip;
class MoneyEdit;
class PhotoStrip;
class QuietEdit;
class StylePanel;
class TaskField;
class WearerChoice;

/*!
 * One piece of the order being taken, in the order in which it is said: what, the tasks (1 to 9 for the usual ones),
 * colour and mark, what was noted at intake, price. The price is the sum of the tasks' until one is typed. It edits a
 * copy and hands it back at each change.
 */
class PieceRow : public QWidget {
    Q_OBJECT

public:
    //! `unreadPrice`: a price that was typed and cannot be read; empty: there is none.
    PieceRow(Desk &desk, int number, orders::PieceDraft piece, const QString &unreadPrice, QWidget *parent = nullptr);

    //! What takes the keyboard, in the order in which it is said.
    QList<QWidget *> tabChain() const;
    void focusFirst();
    void focusPrice();
    //! Why the price that stands there cannot be read; one that is left out is no error.
    Result<void> checkPrice() const;
    //! Of what is sold as it is: why the amount that stands there cannot be read.
    Result<void> checkQuantity() const;
    void focusQuantity();
    //! What stands in its cloth panel and cannot be read.
    Result<void> checkCloth() const;
    void focusCloth();
    //! Whose it is; empty: nobody is there yet.
    void setWearer(const QString &name, bool paysOwn = false);
    WearerChoice &wearer() { return *m_wearer; }
    //! The keyboard on its colour, as after copies were made of it.
    void focusColour();
    //! "*" typed where its tasks are: the number of copies follows.
    void beginCopies();
    //! The paper pattern that such a garment was cut by last; empty: none is known.
    void setPatternOffer(const QString &pattern);
    //! It is there already, with `tasks` of its tasks: only more of them can be said, unless `state` says why not.
    void setKept(int tasks, const QString &state);
    //! By which measures it is made, what else there is, and whether they were `chosen` for it.
    void setMeasures(const std::optional<MeasurementSetId> &set, std::vector<orders::MeasuresChoice> choices,
                     bool chosen);
    //! Of a booked piece: what became of its cloth can be noted.
    void setCustody(const orders::Piece &piece);
    //! A task that was being typed, brought back.
    void setHalfTask(const QString &typed);
    //! What stands in the task field becomes a task.
    void finishTask();
    //! Leaves what is being typed of a task: one that was changed stands as it was. False: nothing is.
    bool stepBack();
    //! As another piece of its set has it.
    void setColour(const QString &colour, const QString &mark);
    //! The sentence under the row; empty: all is well.
    void setProblem(const QString &sentence);

Q_SIGNALS:
    void edited(const thimblely::orders::PieceDraft &piece);
    void priceRead(const QString &unread); //!< what cannot be read of it; empty: all is well
    void taskTyped(const QString &half);   //!< what stands in the task field; empty: nothing
    void measuresChosen(std::optional<thimblely::MeasurementSetId> set);
    void measureRequested();
    void clothNoted(const thimblely::orders::ClothNews &news);
    void removeRequested();
    void copiesRequested(int inAll); //!< so many of it, this one among them
    void finished();                 //!< Enter in the last field: on to the next piece

protected:
    void paintEvent(QPaintEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void dragEnterEvent(QDragEnterEvent *event) override;
    void dropEvent(QDropEvent *event) override;

private:
    QLayout *buildFirstLine();
    bool isGoods() const;
    void showGoods(QBoxLayout &line);
    void hideWork();
    Result<Quantity> typedQuantity() const;
    void readQuantity();
    void showSet(QBoxLayout &line);
    void buildFacts();
    void buildPhotos();
    void showFacts();
    QList<QWidget *> factChain() const;
    void showCloth();
    void closeCloth();
    void toggleCloth();
    void removeCloth();
    void showStyle();
    void toggleStyle();
    void setStyle(const std::vector<orders::StyleChoice> &style, const QString &note);
    void chainPanel(QWidget *chip, const QList<QWidget *> &panel);
    QLayout *buildLastLine();
    void connectFields();
    void buildPattern();
    void showPattern();
    void takePattern();
    void addShortcuts();
    void showTasks();
    void showKind();
    void addTask(const orders::Task &task);
    bool isAltering(const orders::Task &task) const;
    void changeTask(int index);
    void removeTask(int index);
    void readColour();
    bool isColourClear();
    void showProblem(const QString &sentence);
    void readPrice();
    void readCondition();
    void showBefore();
    bool isInSetsPrice(const std::optional<Money> &before) const;
    void sumTasks(const std::optional<Money> &before);
    std::optional<Money> taskSum() const;
    Money withNewTasks() const;
    bool isWorkedIn() const;
    void buildConditions();
    void toggleCondition(const QString &condition);
    bool eventFilter(QObject *watched, QEvent *event) override;

    Desk &m_desk;
    int m_number;
    std::vector<size_t> m_free; // tasks that are shown without a price
    orders::PieceDraft m_piece;
    int m_kept = 0;                  // tasks that stay
    std::optional<size_t> m_changed; // where the task stood that is being changed
    QString m_askedColour;           // that the next Enter keeps as typed
    bool m_furtherOfSet = false;     // another piece carries the price
    std::optional<Money> m_before;   // the price of a piece that is there already
    Button *m_kind = nullptr;
    Button *m_remove = nullptr;
    QWidget *m_swatch = nullptr;
    QuietEdit *m_colour = nullptr;
    TaskField *m_task = nullptr;
    QuietEdit *m_condition = nullptr;
    QWidget *m_conditions = nullptr; // the usual ones, while the field is worked in
    QLineEdit *m_quantity = nullptr; // of what is sold as it is
    MoneyEdit *m_price = nullptr;
    Label *m_priceBefore = nullptr;     // struck through
    FlowLayout *m_tasks = nullptr;      // and what else is known of it
    MeasuresChip *m_measures = nullptr; // of what is made
    FactChip *m_measure = nullptr;
    FactChip *m_cloth = nullptr;
    FactChip *m_style = nullptr;
    StylePanel *m_stylePanel = nullptr; // once it was opened
    ClothPanel *m_clothPanel = nullptr; // once it was opened
    QWidget *m_custody = nullptr;       // of a booked piece whose cloth can come or go
    QVBoxLayout *m_panels = nullptr;
    PhotoStrip *m_photos = nullptr;
    bool m_measuresChosen = false;
    WearerChoice *m_wearer = nullptr;
    QuietEdit *m_pattern = nullptr; // of what is made
    QString m_patternOffer;
    Label *m_problem = nullptr;
};

} // namespace thimblely::ui
